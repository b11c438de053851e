-- Asks for a request's turn.
-- KEYS  1 departures of the whole, 2 its restraint, 3 times that were promised, 4 departures of the part, 5 its restraint
-- ARGV  1 now (ms, or empty), 2 a name for this departure, 3 priority, 4 'new', 'waited' or 'held', 5 how many wait in
--       the same process before it, 6 whether it may wait there, 7 windows of the whole, 8 windows of the part (or empty),
--       9 a random number from 0 to 1, 10 limits: { recovery, hold, reserve, grace, again, horizon, long, spread }
-- Returns { 'go', ms }: it is counted and goes after so long; { 'hold', ms }: it asks again after so long, and waits where it is;
--         { 'later', ms }: it comes back after so long
local now, name, priority, standing = instant(ARGV[1]), ARGV[2], tonumber(ARGV[3]), ARGV[4]
local ahead, may_hold, random = tonumber(ARGV[5]), ARGV[6] == '1', tonumber(ARGV[9])
local whole = read_windows(ARGV[7])
local part = ARGV[8] ~= '' and read_windows(ARGV[8]) or nil
local recovery, hold, reserve, grace, again, horizon, long, spread = unpack(cjson.decode(ARGV[10]))
local left, wait = restraint_of(KEYS[2], now, recovery)

local function whole_at(planned)
  return next_at(KEYS[1], whole, priority, now, left, wait, planned)
end

local part_at = now
if part then
  local part_left, part_wait = restraint_of(KEYS[5], now, recovery)
  part_at = next_at(KEYS[4], part, priority, now, part_left, part_wait, {})
end

local function go(at)
  count(KEYS[1], whole, at, now, name)
  if part then count(KEYS[4], part, at, now, name) end
  return { 'go', math.ceil(at - now) }
end

if priority == 0 then
  local at = math.max(part_at, whole_at({}))
  if at - now <= hold then return go(at) end
  return { 'later', math.ceil(at - now) }
end

if part_at - now > reserve then return { 'later', math.ceil(part_at - now) } end

local longest = 0
for _, window in ipairs(whole) do longest = math.max(longest, window[3]) end
horizon = math.max(horizon, 2 * longest)

-- Whoever did not come has lost its place.
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now - grace)
local promised = redis.call('ZRANGE', KEYS[3], 0, 0, 'WITHSCORES')
local is_due = promised[2] and tonumber(promised[2]) <= now + hold

-- The departure behind what waits here; behind all that was promised too, if that counts.
local function end_at(with_promised)
  local planned, most = {}, 1
  for i = 1, ahead do planned[i] = whole_at(planned) end
  if with_promised then
    for _, window in ipairs(whole) do most = math.max(most, window[1]) end
    local times = redis.call('ZRANGE', KEYS[3], -most, -1, 'WITHSCORES')
    for i = 2, #times, 2 do planned[#planned + 1] = tonumber(times[i]) end
  end
  return whole_at(planned)
end

local function later(at)
  if at - now > horizon then return { 'later', math.ceil(horizon * (0.75 + random / 2)) } end
  redis.call('ZADD', KEYS[3], at, name)
  redis.call('PEXPIRE', KEYS[3], math.ceil(horizon * 2 + grace))
  -- A long window opens for hundreds at once: they come when it has, and take no place here before.
  if longest >= long then return { 'later', math.ceil(at - now + random * longest * spread) } end
  return { 'later', math.ceil(math.max(again, at - now - hold * (0.3 + 0.7 * random))) }
end

local at = math.max(part_at, whole_at({}))
local is_free = at - now <= reserve

-- It waits here, and is the first.
if standing == 'held' then
  if is_free then return go(at) end
  if at - now <= 2 * hold then return { 'hold', math.ceil(at - now) } end
  return later(end_at(true))
end

if is_free and ahead == 0 and (standing == 'waited' or not is_due) then
  if is_due then redis.call('ZREM', KEYS[3], promised[1]) end
  return go(at)
end

-- It has come for its time, or a little before.
if standing == 'waited' and is_due then
  local near = end_at(false) - now
  if near > 2 * hold then
    -- The platform asked to wait meanwhile: nothing that was promised holds.
    redis.call('ZREM', KEYS[3], promised[1])
    return later(end_at(true))
  end
  if not may_hold then return { 'later', math.ceil(math.max(again, near) + random * hold * 0.2) } end
  redis.call('ZREM', KEYS[3], promised[1])
  return { 'hold', math.ceil(near) }
end

local last = end_at(true)
if last - now <= hold and not promised[1] and may_hold then return { 'hold', math.ceil(last - now) } end
return later(last)
