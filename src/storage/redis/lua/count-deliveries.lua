-- ARGV: 1 a batch, 2 and following the states
-- Result: how many of the batch are in each, in that order
local counts = {}
for place = 2, #ARGV do
  table.insert(counts, redis.call('ZCARD', batchStateKey(ARGV[1] .. BETWEEN .. ARGV[place])))
end
return counts
