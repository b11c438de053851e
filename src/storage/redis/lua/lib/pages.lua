-- Whether one text comes after another, byte by byte as sorted sets have it: Lua itself goes by the server's language.
local function isAfter(one, other)
  for place = 1, math.min(#one, #other) do
    local a, b = string.byte(one, place), string.byte(other, place)
    if a ~= b then return a > b end
  end
  return #one > #other
end

-- The place in a sorted set, from 0, of the first entry after a score and a member.
local function placeAfter(set, score, member)
  local low, high = 0, redis.call('ZCARD', set)
  while low < high do
    local middle = math.floor((low + high) / 2)
    local entry = redis.call('ZRANGE', set, middle, middle, 'WITHSCORES')
    local at = tonumber(entry[2])
    if at > score or (at == score and isAfter(entry[1], member)) then high = middle else low = middle + 1 end
  end
  return low
end

-- The place of the first entry that is not before a score and a member.
local function placeOf(set, score, member)
  local place = placeAfter(set, score, member)
  local entry = place > 0 and redis.call('ZRANGE', set, place - 1, place - 1, 'WITHSCORES')
  if entry and tonumber(entry[2]) == score and entry[1] == member then return place - 1 end
  return place
end
