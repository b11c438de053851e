-- include: numbers, events, records, deliveries, append, timers
-- Puts in what is copied from another store, unless it is there.
-- ARGV: 1 the sort, 2 the entries as JSON: a list of {number, values}
-- Result: 1
local function putConversation(_, of)
  if redis.call('EXISTS', conversationKey(of.id)) == 1 then return end
  redis.call('HSET', conversationKey(of.id), 'version', of.version, 'state', of.state, 'changedAt', of.changedAt)
end

local function putRecord(_, of)
  local name = recordName(of)
  if redis.call('EXISTS', recordKey(name)) == 1 then return end
  redis.call('HSET', recordKey(name), 'version', of.version, 'at', of.at, 'keys', of.keys, 'body', of.body)
  indexRecord(of)
end

local function putEvent(number, of)
  if redis.call('EXISTS', eventKey(of.id)) == 1 then return end
  redis.call('HSET', eventKey(of.id), 'number', number, 'conversation', of.conversation, 'receivedAt', of.receivedAt,
    'attempt', of.attempt)
  for _, field in ipairs({ 'body', 'worker', 'leasedUntil', 'processedAt', 'dueAt', 'signs' }) do
    if of[field] then redis.call('HSET', eventKey(of.id), field, of[field]) end
  end
  if of.signs then
    for _, sign in ipairs(cjson.decode(of.signs)) do redis.call('SET', signKey(sign), of.id) end
  end
  if of.processedAt then
    redis.call('ZADD', key.done, of.receivedAt, of.id)
    return
  end
  redis.call('ZADD', queueKey(of.conversation), number, of.id)
  redis.call('ZADD', key.waiting, of.receivedAt, of.id)
  if of.worker then
    redis.call('SADD', holdsKey(of.worker), of.id)
  elseif of.leasedUntil then
    redis.call('ZADD', key.putOff, of.leasedUntil, of.id)
  end
  placeConversation(of.conversation)
end

local function putDelivery(number, of)
  if redis.call('EXISTS', deliveryKey(of.id)) == 1 then return end
  redis.call('HSET', deliveryKey(of.id), 'number', number)
  for field, value in pairs(of) do redis.call('HSET', deliveryKey(of.id), field, value) end
  if of.batch then redis.call('ZADD', batchKey(of.batch), number, of.id) end
  if of.topic then
    redis.call('ZADD', topicKey(of.topic), 0, of.destination)
    redis.call('ZADD', aboutKey(of.topic .. BETWEEN .. of.destination), number, of.id)
  end
  enterState(standOf(of.id))
  placeDestination(of.destination)
end

local function putTimer(number, of)
  if redis.call('EXISTS', timerKey(of.id)) == 1 then return end
  setTimer(of, tonumber(number))
end

local puts = { conversation = putConversation, record = putRecord, event = putEvent, delivery = putDelivery, timer = putTimer }
for _, entry in ipairs(cjson.decode(ARGV[2])) do puts[ARGV[1]](entry.number, entry.values) end
return 1
