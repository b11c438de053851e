-- include: events
-- Voids the claims of a worker.
-- ARGV: 1 the worker
for _, id in ipairs(redis.call('SMEMBERS', holdsKey(ARGV[1]))) do
  letGo(id)
  placeConversation(redis.call('HGET', eventKey(id), 'conversation'))
end
return 1
