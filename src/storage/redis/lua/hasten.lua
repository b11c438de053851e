-- include: numbers, deliveries
-- Lets pending deliveries be due sooner that would wait for longer.
-- ARGV: 1 now, 2 how long each rests after its last try, 3 how the destinations begin ('': all)
-- Result: how many
local now, rest, begins = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local hastened = 0
for _, priority in ipairs({ '0', '1' }) do
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', pendingKey(priority), '(' .. ARGV[1], '+inf')) do
    local stand = standOf(id)
    local soonest = math.max(now, tonumber(stand.changedAt) + rest)
    if string.sub(stand.destination, 1, #begins) == begins and tonumber(stand.notBefore) > soonest then
      redis.call('HSET', deliveryKey(id), 'notBefore', text(soonest))
      redis.call('ZADD', pendingKey(priority), text(soonest), id)
      placeDestination(stand.destination)
      hastened = hastened + 1
    end
  end
end
return hastened
