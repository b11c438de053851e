-- include: numbers, deliveries, records
-- Moves a delivery on, and takes what waits first for a destination, if somebody asks for it.
-- ARGV: 1 as JSON {id, attempt, state, reason, now, notBefore?, tries?, unsure?, destination?, hand?, seen?}, 2 the receipt, if there is one
-- Result: {'settled' | 'stale' | 'unknown', the delivery that was taken | false, 1: something waits there | 0,
--     what changed of records since `seen`, if a delivery was taken | false}
local asked = cjson.decode(ARGV[1])

local function settle(stand)
  if not stand then return 'unknown' end
  if stand.attempt ~= asked.attempt or not MOVES[asked.state][stand.state] then return 'stale' end
  if asked.notBefore then stand.notBefore = asked.notBefore end
  moveDelivery(stand, asked.state, asked.reason, asked.now)
  for _, field in ipairs({ 'tries', 'unsure' }) do
    if asked[field] then redis.call('HSET', deliveryKey(asked.id), field, asked[field]) end
  end
  if ARGV[2] then redis.call('HSET', deliveryKey(asked.id), 'receipt', ARGV[2]) end
  placeDestination(stand.destination)
  return 'settled'
end

local outcome = settle(standOf(asked.id))
if not asked.destination then return { outcome, false, 0 } end
local taken, waits = takeFirst(asked.destination, '0', asked.hand)
return { outcome, taken, waits and 1 or 0, taken and changedSince(asked.seen) }
