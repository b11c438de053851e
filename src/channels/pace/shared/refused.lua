-- The platform refused a request as one too many.
-- KEYS  1 restraint of the whole, 2 of the part
-- ARGV  1 now (ms, or empty), 2 how long the platform asks to wait (ms), 3 recovery (ms), 4 the least rate, 5 the least pause
--       (ms), then for each key: 6/9 what it leaves of the rate (0: the key is not touched), 7/10 from which refusal in a row it
--       goes slower, 8/11 from which one it waits
-- A restraint is a hash: until, left, at, row, slowed. See restraint.ts, which does the same in memory.
local now, after, recovery = instant(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local least, rest = tonumber(ARGV[4]), tonumber(ARGV[5])
after = math.max(rest, after)

local function refused(key, leaves, slower_from, waits_from)
  local present, wait = restraint_of(key, now, recovery)
  local row, slowed = unpack(redis.call('HMGET', key, 'row', 'slowed'))
  row = (tonumber(row) or 0) + 1
  slowed = tonumber(slowed)
  -- What was under way when the first one was refused says nothing new.
  if row >= slower_from and (not slowed or now - slowed >= rest) then
    present, slowed = math.max(least, present * leaves), now
  end
  if row >= waits_from then wait = math.max(wait, now + after) end
  redis.call('HSET', key, 'until', wait, 'left', present, 'at', now, 'row', row, 'slowed', slowed or 0)
  redis.call('PEXPIRE', key, math.ceil(math.max(recovery, wait - now) + 1000))
end

for i, key in ipairs(KEYS) do
  local leaves = tonumber(ARGV[3 + 3 * i])
  if leaves > 0 then refused(key, leaves, tonumber(ARGV[4 + 3 * i]), tonumber(ARGV[5 + 3 * i])) end
end
