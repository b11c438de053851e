-- include: numbers, deliveries
-- The delivery about a topic to a destination that was committed last, of those in some states.
-- ARGV: 1 the topic, 2 the destination, 3 and following the states
-- Result: the delivery | false
local states = {}
for place = 3, #ARGV do states[ARGV[place]] = true end
for _, id in ipairs(redis.call('ZREVRANGE', aboutKey(ARGV[1] .. BETWEEN .. ARGV[2]), 0, -1)) do
  if states[redis.call('HGET', deliveryKey(id), 'state')] then return readDelivery(id) end
end
return false
