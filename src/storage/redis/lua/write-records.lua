-- include: numbers, records
-- Makes changes of records, all or none.
-- ARGV: 1 as JSON {records, seen}
-- Result: {'outdated', place of the record, version} or {'written', what changed of records since `seen`}
local asked = cjson.decode(ARGV[1])
local outdated = outdatedRecord(asked.records)
if outdated then return { 'outdated', outdated[1], outdated[2] } end
changeRecords(asked.records)
return { 'written', changedSince(asked.seen) }
