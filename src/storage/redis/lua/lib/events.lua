-- Puts a conversation where its first event is looked for.
local function placeConversation(conversation)
  redis.call('ZREM', key.free, conversation)
  redis.call('ZREM', key.held, conversation)
  local first = redis.call('ZRANGE', queueKey(conversation), 0, 0, 'WITHSCORES')
  if not first[1] then return end
  local leased = redis.call('HGET', eventKey(first[1]), 'leasedUntil')
  if leased then
    redis.call('ZADD', key.held, leased, conversation)
  else
    redis.call('ZADD', key.free, first[2], conversation)
  end
end

-- Keeps an event that is surely new. dueAt is false unless it was a timer.
local function keepEvent(event, number)
  redis.call('HSET', eventKey(event.id), 'number', text(number), 'conversation', event.conversation,
    'receivedAt', event.receivedAt, 'body', event.body, 'attempt', '0')
  if event.dueAt then redis.call('HSET', eventKey(event.id), 'dueAt', event.dueAt) end
  redis.call('ZADD', queueKey(event.conversation), text(number), event.id)
  redis.call('ZADD', key.waiting, event.receivedAt, event.id)
  if redis.call('ZCARD', queueKey(event.conversation)) == 1 then
    redis.call('ZADD', key.free, text(number), event.conversation)
  end
end

-- Nobody holds the event any more.
local function letGo(id)
  local worker = redis.call('HGET', eventKey(id), 'worker')
  if worker then redis.call('SREM', holdsKey(worker), id) end
  redis.call('HDEL', eventKey(id), 'worker', 'leasedUntil')
  redis.call('ZREM', key.putOff, id)
end

-- Gives the first event of a conversation to a worker. Returns it as it is handed over, with what the conversation knows:
-- unless the worker has that version already.
local function holdEvent(id, conversation, hand, known)
  letGo(id)
  redis.call('HSET', eventKey(id), 'worker', hand.worker, 'leasedUntil', hand.leasedUntil)
  redis.call('SADD', holdsKey(hand.worker), id)
  redis.call('ZREM', key.free, conversation)
  redis.call('ZADD', key.held, hand.leasedUntil, conversation)
  local attempt = redis.call('HINCRBY', eventKey(id), 'attempt', 1)
  local event = redis.call('HMGET', eventKey(id), 'receivedAt', 'body', 'dueAt')
  local state = redis.call('HMGET', conversationKey(conversation), 'version', 'state')
  if state[1] and state[1] == known then state[2] = false end
  return { id, conversation, event[1], event[2], tostring(attempt), event[3], state[1] or '0', state[2] }
end

-- The first event of a conversation, if it waits and may be taken now.
local function nextEvent(conversation, hand, known)
  local id = redis.call('ZRANGE', queueKey(conversation), 0, 0)[1]
  if not id then return false end
  local leased = redis.call('HGET', eventKey(id), 'leasedUntil')
  if leased and tonumber(leased) > tonumber(hand.now) then return false end
  return holdEvent(id, conversation, hand, known)
end
