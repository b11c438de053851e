-- include: numbers, deliveries
-- Which destinations got, or are to get, something about a topic, in the order of their names.
-- ARGV: 1 the topic, 2 at most so many, 3 after this name, 4 '1': those too where one waits that may be there,
--     5 and following the states
-- Result: the names
local states = {}
for place = 5, #ARGV do states[ARGV[place]] = true end

local function isAsked(destination)
  for _, id in ipairs(redis.call('ZRANGE', aboutKey(ARGV[1] .. BETWEEN .. destination), 0, -1)) do
    local stand = standOf(id)
    if states[stand.state] or (ARGV[4] == '1' and stand.unsure == '1' and stand.state == 'pending') then return true end
  end
  return false
end

local CHUNK = 200
local found, after = {}, ARGV[3]
while #found < tonumber(ARGV[2]) do
  local from = after == '' and '-' or '(' .. after
  local chunk = redis.call('ZRANGEBYLEX', topicKey(ARGV[1]), from, '+', 'LIMIT', 0, CHUNK)
  for _, destination in ipairs(chunk) do
    if #found < tonumber(ARGV[2]) and isAsked(destination) then table.insert(found, destination) end
  end
  if #chunk < CHUNK then break end
  after = chunk[#chunk]
end
return found
