-- How the partition is. Writes too, so that it shows when that cannot be done.
-- ARGV: 1 and following: states of deliveries
-- Result: {events that wait, when the first of them arrived | false, how many deliveries are in each state}
redis.call('INCR', key.pulse)
local counts = {}
for _, state in ipairs(ARGV) do table.insert(counts, redis.call('ZCARD', stateKey(state))) end
local oldest = redis.call('ZRANGE', key.waiting, 0, 0, 'WITHSCORES')[2]
return { redis.call('ZCARD', key.waiting), oldest or false, counts }
