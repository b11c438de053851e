-- How many changes of records are remembered, for those who keep records in memory.
local CHANGES = 1000

local function recordName(change)
  return change.organisation .. BETWEEN .. change.kind .. BETWEEN .. change.id
end

-- The first expectation that is not met: the change's place in its turn, and the present version. False: all are met.
local function outdatedRecord(changes)
  for _, change in ipairs(changes) do
    if change.expected then
      local version = redis.call('HGET', recordKey(recordName(change)), 'version') or '0'
      if version ~= change.expected then return { change.place, version } end
    end
  end
  return false
end

local function unindexRecord(change, keys)
  local kind = change.organisation .. BETWEEN .. change.kind
  redis.call('ZREM', kindKey(kind), change.id)
  for name, value in pairs(cjson.decode(keys)) do
    redis.call('ZREM', indexKey(kind .. BETWEEN .. name .. BETWEEN .. value), change.id)
  end
end

local function indexRecord(change)
  local kind = change.organisation .. BETWEEN .. change.kind
  redis.call('ZADD', kindKey(kind), change.at, change.id)
  for name, value in pairs(cjson.decode(change.keys)) do
    redis.call('ZADD', indexKey(kind .. BETWEEN .. name .. BETWEEN .. value), change.at, change.id)
  end
end

-- Makes a change; the caller has seen to the version.
local function changeRecord(change)
  local name = recordName(change)
  local before = redis.call('HMGET', recordKey(name), 'version', 'at', 'keys')
  if change.change == 'delete' then
    if not before[1] then return end
    redis.call('DEL', recordKey(name))
    unindexRecord(change, before[3])
  else
    redis.call('HSET', recordKey(name), 'version', text(tonumber(before[1] or '0') + 1), 'at', change.at,
      'keys', change.keys, 'body', change.body)
    local isSame = before[2] == change.at and before[3] == change.keys
    if before[1] and not isSame then unindexRecord(change, before[3]) end
    if not isSame then indexRecord(change) end
  end
  redis.call('INCR', key.revision)
  redis.call('LPUSH', key.changes, name)
end

local function changeRecords(changes)
  for _, change in ipairs(changes) do changeRecord(change) end
  if #changes > 0 then redis.call('LTRIM', key.changes, 0, CHANGES - 1) end
end

-- What was changed since a revision that somebody has seen: the present one, and the names; false: too much to tell.
local function changedSince(seen)
  local present = redis.call('GET', key.revision) or '0'
  local behind = tonumber(present) - tonumber(seen)
  if behind == 0 then return { present, {} } end
  if behind < 0 or behind > CHANGES then return { present, false } end
  return { present, redis.call('LRANGE', key.changes, 0, behind - 1) }
end
