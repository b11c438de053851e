-- include: numbers, events, records, deliveries, append, timers, transfers
-- Writes all of a turn, or nothing.
-- ARGV: 1 as JSON {event, conversation, expected, at, seen, records, deliveries, timers, hand?, dry?, transfer?}, 2 the new
--     state, 3 what goes to other partitions, if anything does: `transfer` is its id
-- Result: {'unknown-event'}, {'other-conversation'}, {'already-processed'}, {'behind', version},
--     {'outdated', place of the record, version}, {'taken', id of a delivery}, {'locked', by whom}, {'aborted'},
--     {'ready'} if it is only to be seen whether it can be done,
--     or {'committed', the next event as handed over | false, the deliveries, what changed of records since `seen`}
local turn = cjson.decode(ARGV[1])
local event = redis.call('HMGET', eventKey(turn.event), 'conversation', 'processedAt', 'receivedAt')
if not event[1] then return { 'unknown-event' } end
if event[1] ~= turn.conversation then return { 'other-conversation' } end
if event[2] then return { 'already-processed' } end
local version = redis.call('HGET', conversationKey(turn.conversation), 'version') or '0'
if version ~= turn.expected then return { 'behind', version } end
local outdated = outdatedRecord(turn.records)
if outdated then return { 'outdated', outdated[1], outdated[2] } end
local taken = takenId(turn.deliveries)
if taken then return { 'taken', taken } end
local holder = lockedBy(turn.records, false)
if holder then return { 'locked', holder } end
if turn.dry then return { 'ready' } end
if turn.transfer and redis.call('EXISTS', abortedKey(turn.transfer)) == 1 then return { 'aborted' } end

-- From here on nothing is refused. The first write grows, so that a server without memory refuses it before anything is done.
redis.call('HSET', conversationKey(turn.conversation), 'version', text(tonumber(version) + 1), 'state', ARGV[2],
  'changedAt', turn.at)
letGo(turn.event)
redis.call('HSET', eventKey(turn.event), 'processedAt', turn.at)
redis.call('HDEL', eventKey(turn.event), 'body')
redis.call('ZREM', queueKey(turn.conversation), turn.event)
redis.call('ZREM', key.waiting, turn.event)
redis.call('ZADD', key.done, event[3], turn.event)
placeConversation(turn.conversation)
changeRecords(turn.records)
local deliveries = appendDeliveries(turn.deliveries, turn.at, turn.hand)
changeTimers(turn.timers)
if turn.transfer then redis.call('HSET', key.out, turn.transfer, ARGV[3]) end
local isHeld = turn.hand and turn.hand.next
-- Not nil: that would end the list of the reply.
local follows = isHeld and nextEvent(turn.conversation, turn.hand, text(tonumber(version) + 1)) or false
return { 'committed', follows, deliveries, changedSince(turn.seen) }
