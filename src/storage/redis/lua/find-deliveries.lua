-- include: numbers, deliveries
-- Deliveries in the order in which they were committed.
-- ARGV: 1 at most so many, 2 after this number ('(…') or from it on, 3 the state, 4 the batch ('': any; not both)
-- Result: the deliveries
local set = ARGV[4] == '' and stateKey(ARGV[3])
  or ARGV[3] == '' and batchKey(ARGV[4])
  or batchStateKey(ARGV[4] .. BETWEEN .. ARGV[3])
local found = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', set, ARGV[2], '+inf', 'LIMIT', 0, ARGV[1])) do
  table.insert(found, readDelivery(id))
end
return found
