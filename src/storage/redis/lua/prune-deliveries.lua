-- include: numbers, deliveries
-- Removes deliveries that ended before an instant, unless something younger went to the same destination about the same
-- topic, or the topic is kept.
-- ARGV: 1 the instant, 2 at most so many, 3 the topics that are kept, as a JSON list
-- Result: how many
local before, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = {}
for _, topic in ipairs(cjson.decode(ARGV[3])) do kept[topic] = true end

local function mayGo(stand)
  if not stand.topic then return true end
  if kept[stand.topic] then return false end
  for _, id in ipairs(redis.call('ZRANGE', aboutKey(stand.topic .. BETWEEN .. stand.destination), 0, -1)) do
    if tonumber(redis.call('HGET', deliveryKey(id), 'changedAt')) >= before then return false end
  end
  return true
end

local function remove(stand)
  leaveState(stand)
  redis.call('DEL', deliveryKey(stand.id))
  if stand.batch then redis.call('ZREM', batchKey(stand.batch), stand.id) end
  if not stand.topic then return end
  local about = aboutKey(stand.topic .. BETWEEN .. stand.destination)
  redis.call('ZREM', about, stand.id)
  if redis.call('EXISTS', about) == 0 then redis.call('ZREM', topicKey(stand.topic), stand.destination) end
end

local removed = 0
for _, id in ipairs(redis.call('ZRANGEBYSCORE', key.settled, '-inf', '(' .. ARGV[1])) do
  local stand = removed < limit and standOf(id)
  if stand and mayGo(stand) then
    remove(stand)
    removed = removed + 1
  end
end
return removed
