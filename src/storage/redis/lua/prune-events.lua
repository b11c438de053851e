-- Removes events that were processed, with their signs.
-- ARGV: 1 those received before this, 2 at most so many
-- Result: how many
local old = redis.call('ZRANGEBYSCORE', key.done, '-inf', '(' .. ARGV[1], 'LIMIT', 0, ARGV[2])
for _, id in ipairs(old) do
  local signs = redis.call('HGET', eventKey(id), 'signs')
  if signs then
    for _, sign in ipairs(cjson.decode(signs)) do redis.call('DEL', signKey(sign)) end
  end
  redis.call('DEL', eventKey(id))
  redis.call('ZREM', key.done, id)
end
return #old
