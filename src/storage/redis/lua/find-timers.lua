-- include: numbers, timers, pages
-- Timers in the order in which they ring.
-- ARGV: 1 as JSON {limit, id?, conversation?, organisation?, kind?, dueAt?, number?, isAfter: whether the one at the cursor was seen}
-- Result: the timers
local CHUNK = 100
local ask = cjson.decode(ARGV[1])

local function matches(timer)
  return (not ask.id or ask.id == timer[1]) and (not ask.conversation or ask.conversation == timer[2])
    and (not ask.organisation or ask.organisation == timer[3]) and (not ask.kind or ask.kind == timer[4])
end

local set = key.timers
if ask.conversation then
  set = conversationTimersKey(ask.conversation)
elseif ask.organisation then
  set = organisationTimersKey(ask.organisation)
end

local place, found = 0, {}
if ask.dueAt then
  -- What belongs to a number begins with it: everything of that number is before '\255'.
  local member = timerMember(ask.number, ask.isAfter and '\255' or '')
  place = placeAfter(set, tonumber(ask.dueAt), member)
end
while #found < ask.limit do
  local members = redis.call('ZRANGE', set, place, place + CHUNK - 1)
  for _, member in ipairs(members) do
    local timer = readTimer(string.sub(member, 18))
    if #found < ask.limit and matches(timer) then table.insert(found, timer) end
  end
  if #members < CHUNK then break end
  place = place + CHUNK
end
return found
