local function timerMember(number, id)
  return string.format('%016.0f', tonumber(number)) .. BETWEEN .. id
end

-- Takes a timer away, if it is there.
local function removeTimer(id)
  local timer = redis.call('HMGET', timerKey(id), 'number', 'conversation', 'organisation')
  if not timer[1] then return end
  local member = timerMember(timer[1], id)
  redis.call('DEL', timerKey(id))
  redis.call('ZREM', key.timers, member)
  redis.call('ZREM', conversationTimersKey(timer[2]), member)
  redis.call('ZREM', organisationTimersKey(timer[3]), member)
end

-- A timer that is set anew gets a new number, and with it the event that it becomes a new id.
local function setTimer(timer, number)
  removeTimer(timer.id)
  redis.call('HSET', timerKey(timer.id), 'id', timer.id, 'number', text(number), 'conversation', timer.conversation,
    'organisation', timer.organisation, 'dueAt', timer.dueAt, 'body', timer.body)
  if timer.kind then redis.call('HSET', timerKey(timer.id), 'kind', timer.kind) end
  local member = timerMember(number, timer.id)
  redis.call('ZADD', key.timers, timer.dueAt, member)
  redis.call('ZADD', conversationTimersKey(timer.conversation), timer.dueAt, member)
  redis.call('ZADD', organisationTimersKey(timer.organisation), timer.dueAt, member)
end

local function changeTimers(changes)
  if #changes == 0 then return end
  local first = nextNumbers(#changes)
  for place, change in ipairs(changes) do
    if change.change == 'set' then
      setTimer(change, first + place - 1)
    else
      removeTimer(change.id)
    end
  end
end

-- A timer as it is handed over: false if there is none.
local function readTimer(id)
  local timer = redis.call('HMGET', timerKey(id), 'id', 'conversation', 'organisation', 'kind', 'dueAt', 'body', 'number')
  return timer[1] and timer
end
