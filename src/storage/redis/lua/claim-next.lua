-- include: numbers, deliveries, records
-- Takes what waits first for a destination, if it is due, of this priority, and nothing is under way there.
-- ARGV: 1 as JSON {worker, now, leasedUntil, seen}, 2 the destination, 3 the priority
-- Result: {the delivery that was taken | false, {id, priority, from when it may leave} of one that waits | false,
--     what changed of records since `seen`, if a delivery was taken | false}
local hand = cjson.decode(ARGV[1])
local taken, waits = takeFirst(ARGV[2], ARGV[3], hand)
return { taken, waits and { waits.id, waits.priority, waits.notBefore }, taken and changedSince(hand.seen) }
