-- Says what is stored, and marks a place that is empty as ours.
-- KEYS: 1 the meta key. ARGV: 1 the version, 2 the number of partitions, of a new place
-- Result: {version, partitions}
if redis.call('EXISTS', root) == 0 then redis.call('HSET', root, 'version', ARGV[1], 'partitions', ARGV[2]) end
return redis.call('HMGET', root, 'version', 'partitions')
