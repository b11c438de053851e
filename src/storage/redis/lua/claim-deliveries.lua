-- include: numbers, deliveries, records
-- Takes due deliveries of one priority for a worker, those that were due first before the others.
-- ARGV: 1 as JSON {worker, now, leasedUntil, limit, priority, seen}
-- Result: {the deliveries, in that order, when the next of this priority becomes due after now | false,
--     what changed of records since `seen`, if any delivery was taken | false}
local hand = cjson.decode(ARGV[1])
local claimed = {}
for _, member in ipairs(redis.call('ZRANGEBYSCORE', dueKey(hand.priority), '-inf', hand.now, 'LIMIT', 0, hand.limit)) do
  table.insert(claimed, holdDelivery(string.sub(member, 18), hand))
end
local later = redis.call('ZRANGEBYSCORE', pendingKey(hand.priority), '(' .. hand.now, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
return { claimed, later[2] or false, #claimed > 0 and changedSince(hand.seen) }
