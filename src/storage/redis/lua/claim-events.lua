-- include: numbers, events, records
-- Takes waiting events for a worker: the first of each conversation that nobody holds, longest waiting first.
-- ARGV: 1 as JSON {worker, now, leasedUntil, limit, seen}
-- Result: {the events as they are handed over, what changed of records since `seen`}
local hand = cjson.decode(ARGV[1])
for _, conversation in ipairs(redis.call('ZRANGEBYSCORE', key.held, '-inf', hand.now)) do
  local first = redis.call('ZRANGE', queueKey(conversation), 0, 0, 'WITHSCORES')
  redis.call('ZREM', key.held, conversation)
  redis.call('ZADD', key.free, first[2], conversation)
end

local claimed = {}
for _, conversation in ipairs(redis.call('ZRANGE', key.free, 0, hand.limit - 1)) do
  local id = redis.call('ZRANGE', queueKey(conversation), 0, 0)[1]
  table.insert(claimed, holdEvent(id, conversation, hand, false))
end
return { claimed, #claimed > 0 and changedSince(hand.seen) }
