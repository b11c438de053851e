-- When the next timer rings, or should have.
-- Result: the instant | false
return redis.call('ZRANGE', key.timers, 0, 0, 'WITHSCORES')[2] or false
