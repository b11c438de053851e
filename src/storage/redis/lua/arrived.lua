-- A transfer has arrived wherever it was to.
-- ARGV: 1 its id
return redis.call('HDEL', key.out, ARGV[1])
