/** Where an installation's keys begin, if the address says nothing else. */
export const DEFAULT_PREFIX = 'driftvakt';

/** What there is once a partition: the name in Lua, and what it is. */
const SINGLE = {
  /** text: the last number that was given */
  seq: 'seq',
  /** zset by number: conversations whose first event can be taken */
  free: 'free',
  /** zset by the end of the lease: conversations whose first event is held, or put off */
  held: 'held',
  /** zset by instant: events that were given back to be taken later */
  putOff: 'put-off',
  /** zset by arrival: events that wait for their turn */
  waiting: 'waiting',
  /** zset by arrival: events that were processed */
  done: 'done',
  /** text: how often a record was changed; list: which ones lately, newest first */
  revision: 'revision',
  changes: 'changes',
  /** hash: destinations to which something is being sent, and what */
  busy: 'busy',
  /** hash: how the first of a destination stands among what is due */
  head: 'head',
  /** zset by the change of state: deliveries that ended */
  settled: 'settled',
  /** zset by instant: timers */
  timers: 'timers',
  /** hash: by its id what was committed here, and is on its way into other partitions */
  out: 'out',
  /** hash: records that a commit of another partition has in hand, and which */
  locks: 'locks',
  /** text: written to see whether it can be */
  pulse: 'pulse',
} as const;

/** What there is many times in a partition: the name of the function in Lua, and how such keys begin. */
const MANY = {
  /** hash: one event */
  eventKey: 'event',
  /** text: the event that has a sign */
  signKey: 'sign',
  /** zset by number: events of a conversation that wait */
  queueKey: 'queue',
  /** set: events that a worker holds */
  holdsKey: 'holds',
  /** hash: what a conversation knows */
  conversationKey: 'conversation',
  /** hash: one record; zset by its instant: those of a kind, and those with a key */
  recordKey: 'record',
  kindKey: 'kind',
  indexKey: 'index',
  /** hash: one delivery */
  deliveryKey: 'delivery',
  /** zset by priority, then number: deliveries of a destination that wait */
  lineKey: 'line',
  /** zset by instant: of a priority, the first of each destination; all that wait */
  dueKey: 'due',
  pendingKey: 'pending',
  /** zset by number: deliveries in a state; of a batch; of a batch in a state; to a destination about a topic */
  stateKey: 'state',
  batchKey: 'batch',
  batchStateKey: 'batch-state',
  aboutKey: 'about',
  /** zset by name: destinations of a topic */
  topicKey: 'topic',
  /** hash: one timer; zset by instant: those of an organisation, and of a conversation */
  timerKey: 'timer',
  organisationTimersKey: 'organisation-timers',
  conversationTimersKey: 'conversation-timers',
  /** text: a transfer from another partition that has arrived; one that must not be committed any more */
  arrivedKey: 'arrived',
  abortedKey: 'aborted',
} as const;

/** What stands between the parts of a name: no part holds control characters. */
export const BETWEEN = '\n';

/** What all keys of a partition begin with. In braces is what decides about the slot in a Redis Cluster. */
export function partitionRoot(prefix: string, partition: number): string {
  return `{${prefix}:${partition}}`;
}

/** The one key that belongs to no partition: which version what is stored has, and in how many partitions it is. */
export function metaKey(prefix: string): string {
  return `{${prefix}}:meta`;
}

/** Under these names the scripts find the keys. The root comes as the one key that is declared. */
export const LUA_KEYS = [
  'local root = KEYS[1]',
  `local BETWEEN = '\\n'`,
  'local key = {',
  ...Object.entries(SINGLE).map(([name, suffix]) => `  ${name} = root .. ':${suffix}',`),
  '}',
  ...Object.entries(MANY).map(
    ([name, suffix]) => `local function ${name}(name) return root .. ':${suffix}:' .. name end`,
  ),
].join('\n');
