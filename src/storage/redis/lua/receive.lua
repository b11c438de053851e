-- include: numbers, events, records
-- Keeps an event, unless it is known.
-- ARGV: 1 the event as JSON {id, conversation, receivedAt, hand?, seen, version, keys}, 2 its body
-- Result: {'duplicate', 'id' | 'key', the id of the event that was there, when it came}
--     or {'new', the event as it was handed over | false, what changed of records since `seen`}
local event = cjson.decode(ARGV[1])
local known = redis.call('HGET', eventKey(event.id), 'receivedAt')
if known then return { 'duplicate', 'id', event.id, known } end

local first
for _, sign in ipairs(event.keys) do
  local id = redis.call('GET', signKey(sign))
  if id then
    local values = redis.call('HMGET', eventKey(id), 'number', 'receivedAt')
    if not first or tonumber(values[1]) < first.number then
      first = { id = id, number = tonumber(values[1]), receivedAt = values[2] }
    end
  end
end
if first then return { 'duplicate', 'key', first.id, first.receivedAt } end

local isFirst = redis.call('EXISTS', queueKey(event.conversation)) == 0
event.body = ARGV[2]
keepEvent(event, nextNumbers(1))
for _, sign in ipairs(event.keys) do redis.call('SET', signKey(sign), event.id) end
if #event.keys > 0 then redis.call('HSET', eventKey(event.id), 'signs', cjson.encode(event.keys)) end
if not (event.hand and isFirst) then return { 'new', false, false } end
return { 'new', holdEvent(event.id, event.conversation, event.hand, event.version), changedSince(event.seen) }
