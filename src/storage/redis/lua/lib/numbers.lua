-- Whole numbers as text: Lua's own way of writing them loses digits.
local function text(number)
  return string.format('%.0f', number)
end

-- Numbers of this partition that were never given: later than all before, and about the µs since 1970, so that what is in
-- different partitions can be put in order. Returns the first of them.
local function nextNumbers(count)
  local time = redis.call('TIME')
  local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
  local first = math.max(tonumber(redis.call('GET', key.seq) or '0') + 1, now)
  redis.call('SET', key.seq, text(first + count - 1))
  return first
end
