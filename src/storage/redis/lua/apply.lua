-- include: numbers, records, deliveries, append, timers, transfers
-- Does here what was committed in another partition, once.
-- ARGV: 1 as JSON {records, deliveries, timers}, 2 whose it is: the transfer's id and its partition, 3 when it was committed
-- Result: 1; 0: it was done before
if redis.call('EXISTS', arrivedKey(ARGV[2])) == 1 then return 0 end
redis.call('SET', arrivedKey(ARGV[2]), '1', 'EX', REMEMBERED)
local share = cjson.decode(ARGV[1])
changeRecords(share.records)
appendDeliveries(share.deliveries, ARGV[3], false)
changeTimers(share.timers)
unlock(ARGV[2])
return 1
