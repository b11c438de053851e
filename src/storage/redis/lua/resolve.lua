-- include: records, transfers
-- What became of a transfer that has something in hand elsewhere. One that was not committed never will be from here on.
-- ARGV: 1 its id
-- Result: what is on its way | false
local text = redis.call('HGET', key.out, ARGV[1])
if not text then redis.call('SET', abortedKey(ARGV[1]), '1', 'EX', REMEMBERED) end
return text
