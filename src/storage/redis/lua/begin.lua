-- include: numbers, deliveries
-- A worker's request leaves now.
-- ARGV: 1 the id, 2 the try
-- Result: 1; 0: it is not that try's any more; false: it is unknown here
local stand = standOf(ARGV[1])
if not stand then return false end
if stand.state ~= 'sending' or stand.attempt ~= ARGV[2] then return 0 end
redis.call('HSET', deliveryKey(ARGV[1]), 'reason', BEGUN)
return 1
