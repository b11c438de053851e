-- include: events
-- Lets events that were given back be claimed at once.
-- ARGV: 1 now
-- Result: how many
local late = redis.call('ZRANGEBYSCORE', key.putOff, '(' .. ARGV[1], '+inf')
for _, id in ipairs(late) do
  redis.call('HSET', eventKey(id), 'leasedUntil', ARGV[1])
  redis.call('ZADD', key.putOff, ARGV[1], id)
  placeConversation(redis.call('HGET', eventKey(id), 'conversation'))
end
return #late
