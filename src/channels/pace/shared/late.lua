-- A request may have arrived later than it left, and counts from then on.
-- KEYS  departures of the whole, and of the part
-- ARGV  1 now (ms, or empty), 2 how long ago it left (ms), 3 by how much it was late (ms)
local left, late = instant(ARGV[1]) - tonumber(ARGV[2]), tonumber(ARGV[3])
for _, key in ipairs(KEYS) do
  local found = redis.call('ZREVRANGEBYSCORE', key, left, '-inf', 'WITHSCORES', 'LIMIT', 0, 1)
  if found[1] then redis.call('ZADD', key, 'XX', tonumber(found[2]) + late, found[1]) end
end
