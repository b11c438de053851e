-- include: numbers, deliveries
-- What a worker, or anybody whose lease has run out, was sending.
-- ARGV: 1 now, 2 the worker, if there is one
-- Result: the deliveries, in order
local found = {}
for _, id in ipairs(redis.call('ZRANGE', stateKey('sending'), 0, -1)) do
  local held = redis.call('HMGET', deliveryKey(id), 'worker', 'leasedUntil')
  if held[1] == ARGV[2] or tonumber(held[2]) <= tonumber(ARGV[1]) then table.insert(found, readDelivery(id)) end
end
return found
