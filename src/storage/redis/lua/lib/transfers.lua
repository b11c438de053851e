-- So long (s) it is remembered that a transfer has arrived, or must not be committed any more.
local REMEMBERED = 604800

-- By which transfer, of which partition, one of some records is in hand; false: none is, or by this one itself.
local function lockedBy(changes, own)
  if redis.call('EXISTS', key.locks) == 0 then return false end
  for _, change in ipairs(changes) do
    local holder = redis.call('HGET', key.locks, recordName(change))
    if holder and holder ~= own then return holder end
  end
  return false
end

-- What a transfer has in hand it has no more.
local function unlock(holder)
  local locks = redis.call('HGETALL', key.locks)
  for place = 1, #locks, 2 do
    if locks[place + 1] == holder then redis.call('HDEL', key.locks, locks[place]) end
  end
end
