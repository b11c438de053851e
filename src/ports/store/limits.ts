/** How much fits. Beyond it a store refuses with `too-large`; nothing is ever cut in silence. */
export const STORE_LIMITS = {
  /** Bytes of UTF-8 of an inbound event's body: room for 100,000 characters of any script, and what is around them. */
  eventBytes: 1_048_576,
  /** Bytes of a conversation's state. */
  stateBytes: 262_144,
  /** Bytes of a record's body. */
  recordBytes: 262_144,
  /** Bytes of a delivery's body; what a platform takes is far less. */
  deliveryBytes: 262_144,
  /** Bytes of a timer's body. */
  timerBytes: 16_384,
  /** Characters of an id, a key or a name. */
  keyCharacters: 300,
  /** Characters of a reason; a longer one is cut, for a reason is only read by people. */
  reasonCharacters: 500,
  /** Further deduplication keys of one event. */
  dedupeKeys: 8,
  /** Index keys of one record. */
  recordKeys: 8,
  /** Index keys that one search can ask for. */
  searchKeys: 4,
  /** Changes of each sort (records, deliveries, timers) in one turn. A broadcast is committed in portions. */
  changesPerTurn: 1000,
  /** Records or deliveries on one page. */
  pageSize: 200,
  /** Events, deliveries or timers taken at once. */
  claimSize: 500,
  /** Entries of each sort removed in one step of pruning, so that nobody waits for long. */
  pruneSize: 5000,
} as const;
