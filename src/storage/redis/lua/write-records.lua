-- include: numbers, records, transfers
-- Makes changes of records, all or none.
-- ARGV: 1 as JSON {records, seen, dry?, transfer?}, 2 what goes to other partitions, if anything does: `transfer` is its id
-- Result: {'outdated', place of the record, version}, {'locked', by whom}, {'aborted'}, {'ready'} if it is only to be seen
--     whether it can be done, or {'written', what changed of records since `seen`}
local asked = cjson.decode(ARGV[1])
local outdated = outdatedRecord(asked.records)
if outdated then return { 'outdated', outdated[1], outdated[2] } end
local holder = lockedBy(asked.records, false)
if holder then return { 'locked', holder } end
if asked.dry then return { 'ready' } end
if asked.transfer and redis.call('EXISTS', abortedKey(asked.transfer)) == 1 then return { 'aborted' } end
if asked.transfer then redis.call('HSET', key.out, asked.transfer, ARGV[2]) end
changeRecords(asked.records)
return { 'written', changedSince(asked.seen) }
