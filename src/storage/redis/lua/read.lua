-- include: numbers, records, pages
-- Reads several things in one step; changes nothing.
-- ARGV: 1 as JSON {seen, asks: a list of
--     {what = 'conversation', id, version}    {version, state}; the state false if it is that version; false: unknown
--     {what = 'record', organisation, kind, id}                             {id, version, at, keys, body} | false
--     {what = 'records', organisation, kind, order, limit, at?, id?, keys = a list of {name, value}}  a list of those}
-- Result: {what changed of records since `seen`, the answers}
local CHUNK = 100

local function readRecord(organisation, kind, id)
  local name = organisation .. BETWEEN .. kind .. BETWEEN .. id
  local values = redis.call('HMGET', recordKey(name), 'version', 'at', 'keys', 'body')
  return values[1] and { id, values[1], values[2], values[3], values[4] }
end

local function hasKeys(ask, id)
  local kind = ask.organisation .. BETWEEN .. ask.kind
  for place = 2, #ask.keys do
    local pair = ask.keys[place]
    if not redis.call('ZSCORE', indexKey(kind .. BETWEEN .. pair[1] .. BETWEEN .. pair[2]), id) then return false end
  end
  return true
end

-- Walks the records of the kind, or those with the first key, from after the cursor on.
local function readRecords(ask)
  local set = kindKey(ask.organisation .. BETWEEN .. ask.kind)
  local narrowest = ask.keys[1]
  if narrowest then
    set = indexKey(ask.organisation .. BETWEEN .. ask.kind .. BETWEEN .. narrowest[1] .. BETWEEN .. narrowest[2])
  end
  local isNewest = ask.order == 'newest'
  local size, place = redis.call('ZCARD', set), 0
  if ask.at then
    local at = tonumber(ask.at)
    place = isNewest and size - placeOf(set, at, ask.id) or placeAfter(set, at, ask.id)
  end
  local found = {}
  while place < size and #found < ask.limit do
    local range = isNewest and 'ZREVRANGE' or 'ZRANGE'
    for _, id in ipairs(redis.call(range, set, place, place + CHUNK - 1)) do
      if #found < ask.limit and hasKeys(ask, id) then
        table.insert(found, readRecord(ask.organisation, ask.kind, id))
      end
    end
    place = place + CHUNK
  end
  return found
end

local function readConversation(ask)
  local values = redis.call('HMGET', conversationKey(ask.id), 'version', 'state')
  if values[1] and values[1] == ask.version then values[2] = false end
  return values[1] and values
end

local asked = cjson.decode(ARGV[1])
local answers = {}
for _, ask in ipairs(asked.asks) do
  if ask.what == 'conversation' then
    table.insert(answers, readConversation(ask))
  elseif ask.what == 'record' then
    table.insert(answers, readRecord(ask.organisation, ask.kind, ask.id))
  else
    table.insert(answers, readRecords(ask))
  end
end
return { changedSince(asked.seen), answers }
