-- What was committed here, and may not have arrived in other partitions.
-- Result: the transfers
return redis.call('HVALS', key.out)
