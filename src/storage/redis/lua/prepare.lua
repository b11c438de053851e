-- include: numbers, records, deliveries, append, transfers
-- Sees whether what a commit of another partition brings can be done here, and takes its records in hand until it arrives.
-- ARGV: 1 as JSON {records, deliveries}, 2 whose they are: the transfer's id and its partition
-- Result: {'locked', by whom}, {'outdated', place, version}, {'taken', id of a delivery} or {'ready'}
local asked = cjson.decode(ARGV[1])
local outdated = outdatedRecord(asked.records)
if outdated then return { 'outdated', outdated[1], outdated[2] } end
local taken = takenId(asked.deliveries)
if taken then return { 'taken', taken } end
local holder = lockedBy(asked.records, ARGV[2])
if holder then return { 'locked', holder } end
for _, change in ipairs(asked.records) do redis.call('HSET', key.locks, recordName(change), ARGV[2]) end
return { 'ready' }
