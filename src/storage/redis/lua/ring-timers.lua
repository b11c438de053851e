-- include: numbers, events, timers
-- Moves the timers that are due into the inbox, earliest first.
-- ARGV: 1 now, 2 at most so many, 3 what the ids of such events begin with
-- Result: how many
local due = redis.call('ZRANGEBYSCORE', key.timers, '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
if #due == 0 then return 0 end
local first = nextNumbers(#due)
for place, member in ipairs(due) do
  local id = string.sub(member, 18)
  local timer = redis.call('HMGET', timerKey(id), 'conversation', 'body', 'dueAt', 'number')
  -- The number makes the id another one each time that the timer is set.
  keepEvent({ id = ARGV[3] .. timer[4] .. ':' .. id, conversation = timer[1], receivedAt = ARGV[1], body = timer[2],
    dueAt = timer[3] }, first + place - 1)
  removeTimer(id)
end
return #due
