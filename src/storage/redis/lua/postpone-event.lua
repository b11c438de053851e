-- include: events
-- Gives a held event back, to be claimed again from an instant on.
-- ARGV: 1 its id, 2 the instant
-- Result: 1; 0: it is unknown, or processed
local conversation = redis.call('HGET', eventKey(ARGV[1]), 'conversation')
if not conversation or not redis.call('ZSCORE', queueKey(conversation), ARGV[1]) then return 0 end
letGo(ARGV[1])
redis.call('HSET', eventKey(ARGV[1]), 'leasedUntil', ARGV[2])
redis.call('ZADD', key.putOff, ARGV[2], ARGV[1])
placeConversation(conversation)
return 1
