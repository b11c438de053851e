-- What waits for the same destination about the same topic, and surely is not there, is not sent any more.
local function supersede(delivery, at)
  if not delivery.topic then return end
  local about = redis.call('ZRANGE', aboutKey(delivery.topic .. BETWEEN .. delivery.destination), 0, -1)
  for _, id in ipairs(about) do
    local stand = standOf(id)
    if stand.state == 'pending' and stand.unsure == '0' then moveDelivery(stand, 'skipped', delivery.supersedes, at) end
  end
end

-- Whether something is on its way to a destination, or waits for that.
local function isBusy(destination)
  return redis.call('HEXISTS', key.busy, destination) == 1 or redis.call('EXISTS', lineKey(destination)) == 1
end

-- Appends a delivery with a new id; the hand takes it, if there is one and it may leave now. Returns it if it was taken.
local function appendDelivery(delivery, number, at, hand)
  if delivery.supersedes then supersede(delivery, at) end
  local isTaken = hand and delivery.priority == '0' and tonumber(delivery.notBefore) <= tonumber(hand.now)
    and not isBusy(delivery.destination)
  redis.call('HSET', deliveryKey(delivery.id), 'id', delivery.id, 'destination', delivery.destination,
    'kind', delivery.kind, 'body', delivery.body, 'notBefore', delivery.notBefore, 'priority', delivery.priority,
    'state', 'pending', 'reason', 'new', 'attempt', '0', 'tries', '0', 'unsure', '0', 'changedAt', at,
    'receipt', 'null', 'number', text(number))
  if delivery.batch then
    redis.call('HSET', deliveryKey(delivery.id), 'batch', delivery.batch)
    redis.call('ZADD', batchKey(delivery.batch), text(number), delivery.id)
  end
  if delivery.topic then
    redis.call('HSET', deliveryKey(delivery.id), 'topic', delivery.topic)
    redis.call('ZADD', topicKey(delivery.topic), 0, delivery.destination)
    redis.call('ZADD', aboutKey(delivery.topic .. BETWEEN .. delivery.destination), text(number), delivery.id)
  end
  local stand = standOf(delivery.id)
  enterState(stand)
  if isTaken then return holdDelivery(delivery.id, hand) end
  placeDestination(delivery.destination)
  return false
end

-- The first of some deliveries whose id is taken, by one that is there or by one before it in the list.
local function takenId(deliveries)
  local seen = {}
  for _, delivery in ipairs(deliveries) do
    if seen[delivery.id] or redis.call('EXISTS', deliveryKey(delivery.id)) == 1 then return delivery.id end
    seen[delivery.id] = true
  end
  return false
end

-- Returns those that were taken.
local function appendDeliveries(deliveries, at, hand)
  local taken = {}
  if #deliveries == 0 then return taken end
  local first = nextNumbers(#deliveries)
  for place, delivery in ipairs(deliveries) do
    local isFree = hand and #taken < tonumber(hand.deliveries)
    local one = appendDelivery(delivery, first + place - 1, at, isFree and hand)
    if one then table.insert(taken, one) end
  end
  return taken
end
