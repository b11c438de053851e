-- What went, and what may go when: sliding windows over sorted sets of departures, some of them reserved ahead.
-- A window is { most, reserved, ms, spare, slowed }: see window.ts and flow.ts, which do the same in memory.

local function read_windows(text)
  return cjson.decode(text)
end

-- The present instant in ms; by the clock of Redis if none is given, so that all processes have the same.
local function instant(given)
  if given ~= '' then return tonumber(given) end
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + tonumber(time[2]) / 1000
end

-- What refusals left of a key's rate, and until when nothing goes.
local function restraint_of(key, now, recovery)
  local left, at, wait = unpack(redis.call('HMGET', key, 'left', 'at', 'until'))
  if not left then return 1, 0 end
  return math.min(1, tonumber(left) + math.max(0, now - tonumber(at)) / recovery), tonumber(wait)
end

local function room_in(window, priority, left)
  local most, reserved, slowed = window[1], window[2], window[5]
  if priority == 0 then reserved = 0 end
  if slowed == 0 then left = 1 end
  return math.max(1, math.floor((most - reserved) * left))
end

-- The nth departure from the end, of those that went and then those that are planned; nil: there are not so many.
local function from_end(gone, planned, n)
  if #planned >= n then return planned[#planned - n + 1] end
  local rank = n - #planned
  local found = redis.call('ZRANGE', gone, -rank, -rank, 'WITHSCORES')
  return tonumber(found[2])
end

-- When another request may go, after those that are planned; no earlier than now.
local function next_at(gone, windows, priority, now, left, wait, planned)
  local at = math.max(now, wait)
  for _, window in ipairs(windows) do
    local first = from_end(gone, planned, room_in(window, priority, left))
    if first then at = math.max(at, first + window[3] + window[4]) end
  end
  return at
end

-- Counts a departure, and forgets what no window looks at any more.
local function count(gone, windows, at, now, name)
  local longest = 0
  for _, window in ipairs(windows) do longest = math.max(longest, window[3] + window[4]) end
  redis.call('ZREMRANGEBYSCORE', gone, '-inf', '(' .. (now - longest))
  redis.call('ZADD', gone, at, name)
  redis.call('PEXPIRE', gone, math.ceil(longest + (at - now) + 1000))
end
