-- When the next delivery that waits becomes due after an instant.
-- ARGV: 1 the instant, 2 and following the priorities
-- Result: the instant | false
local next
for place = 2, #ARGV do
  local first = redis.call('ZRANGEBYSCORE', pendingKey(ARGV[place]), '(' .. ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  if first[2] and (not next or tonumber(first[2]) < tonumber(next)) then next = first[2] end
end
return next or false
