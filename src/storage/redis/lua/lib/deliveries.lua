-- Beyond every number: what goes to many comes after all that somebody waits for.
local LATER = 4000000000000000

local FIELDS = { 'id', 'destination', 'kind', 'body', 'notBefore', 'priority', 'batch', 'topic', 'state', 'reason',
  'attempt', 'tries', 'unsure', 'changedAt', 'receipt', 'number' }

-- A delivery as it is handed over; false if there is none.
local function readDelivery(id)
  local values = redis.call('HMGET', deliveryKey(id), unpack(FIELDS))
  return values[1] and values
end

-- What is needed of a delivery to move it.
local function standOf(id)
  local values = redis.call('HMGET', deliveryKey(id), 'destination', 'notBefore', 'priority', 'batch', 'topic', 'state',
    'number', 'attempt', 'worker', 'unsure', 'changedAt', 'leasedUntil')
  if not values[1] then return false end
  return { id = id, destination = values[1], notBefore = values[2], priority = values[3], batch = values[4],
    topic = values[5], state = values[6], number = values[7], attempt = values[8], worker = values[9],
    unsure = values[10], changedAt = values[11], leasedUntil = values[12] }
end

-- Of what waits for a destination the first can be found among what is due, unless something is being sent there.
local function placeDestination(destination)
  local before = redis.call('HGET', key.head, destination)
  local first = redis.call('HEXISTS', key.busy, destination) == 0
    and redis.call('ZRANGE', lineKey(destination), 0, 0)[1]
  local stand = first and redis.call('HMGET', deliveryKey(first), 'priority', 'number', 'notBefore')
  local after = stand and stand[1] .. ':' .. string.format('%016.0f', tonumber(stand[2])) .. BETWEEN .. first
  if before and before ~= after then redis.call('ZREM', dueKey(string.sub(before, 1, 1)), string.sub(before, 3)) end
  if after then
    redis.call('ZADD', dueKey(stand[1]), stand[3], string.sub(after, 3))
    redis.call('HSET', key.head, destination, after)
  elseif before then
    redis.call('HDEL', key.head, destination)
  end
end

local ENDED = { sent = true, skipped = true, failed = true }

-- Takes a delivery out of what is kept by its state; it is put back by enterState.
local function leaveState(stand)
  redis.call('ZREM', stateKey(stand.state), stand.id)
  if stand.batch then redis.call('ZREM', batchStateKey(stand.batch .. BETWEEN .. stand.state), stand.id) end
  if stand.state == 'pending' then
    redis.call('ZREM', lineKey(stand.destination), stand.id)
    redis.call('ZREM', pendingKey(stand.priority), stand.id)
  elseif stand.state == 'sending' then
    redis.call('HDEL', key.busy, stand.destination)
    redis.call('HDEL', deliveryKey(stand.id), 'worker', 'leasedUntil')
  elseif ENDED[stand.state] then
    redis.call('ZREM', key.settled, stand.id)
  end
end

local function enterState(stand)
  redis.call('ZADD', stateKey(stand.state), stand.number, stand.id)
  if stand.batch then
    redis.call('ZADD', batchStateKey(stand.batch .. BETWEEN .. stand.state), stand.number, stand.id)
  end
  if stand.state == 'pending' then
    redis.call('ZADD', lineKey(stand.destination), text(tonumber(stand.number) + tonumber(stand.priority) * LATER), stand.id)
    redis.call('ZADD', pendingKey(stand.priority), stand.notBefore, stand.id)
  elseif stand.state == 'sending' then
    redis.call('HSET', key.busy, stand.destination, stand.id)
  elseif ENDED[stand.state] then
    redis.call('ZADD', key.settled, stand.changedAt, stand.id)
  end
end

-- Moves a delivery to another state. Its destination has to be placed anew afterwards.
local function moveDelivery(stand, state, reason, now)
  leaveState(stand)
  stand.state, stand.changedAt = state, now
  redis.call('HSET', deliveryKey(stand.id), 'state', state, 'reason', reason, 'changedAt', now, 'notBefore', stand.notBefore)
  enterState(stand)
end

-- Gives a delivery that waits to a worker, and returns it.
local function holdDelivery(id, hand)
  local stand = standOf(id)
  moveDelivery(stand, 'sending', CLAIMED, hand.now)
  redis.call('HINCRBY', deliveryKey(id), 'attempt', 1)
  redis.call('HINCRBY', deliveryKey(id), 'tries', 1)
  redis.call('HSET', deliveryKey(id), 'worker', hand.worker, 'leasedUntil', hand.leasedUntil)
  placeDestination(stand.destination)
  return readDelivery(id)
end

-- Takes what waits first for a destination, if it is due, of this priority, and nothing is under way there.
-- Returns the delivery that was taken | false, and the one that waits and could not be taken | false.
local function takeFirst(destination, priority, hand)
  if redis.call('HEXISTS', key.busy, destination) == 1 then return false, false end
  local first = redis.call('ZRANGE', lineKey(destination), 0, 0)[1]
  if not first then return false, false end
  local stand = standOf(first)
  if stand.priority ~= priority or tonumber(stand.notBefore) > tonumber(hand.now) then return false, stand end
  return holdDelivery(first, hand), false
end
