/** The first version of the file. Instants are ms since 1970 UTC; bodies are JSON. */
export const SCHEMA_1 = `
CREATE TABLE inbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  conversation TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  body TEXT,                           -- emptied once processed: the inbox is no archive
  attempt INTEGER NOT NULL DEFAULT 0,
  worker TEXT,
  leased_until INTEGER NOT NULL DEFAULT ${Number.MIN_SAFE_INTEGER},
  processed_at INTEGER
) STRICT;
CREATE INDEX inbox_waiting ON inbox (seq) WHERE processed_at IS NULL;
CREATE INDEX inbox_conversation ON inbox (conversation, seq) WHERE processed_at IS NULL;
CREATE INDEX inbox_processed ON inbox (received_at) WHERE processed_at IS NOT NULL;

CREATE TABLE inbox_key (
  key TEXT PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES inbox (seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_key_event ON inbox_key (event);

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE record (
  seq INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  keys TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (organisation, kind, id)
) STRICT;
CREATE INDEX record_at ON record (organisation, kind, at, id);

CREATE TABLE record_key (
  record INTEGER NOT NULL REFERENCES record (seq) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  organisation TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (record, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_key_find ON record_key (organisation, kind, name, value, at, id);

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  destination TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  not_before INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'ambiguous', 'failed', 'skipped')),
  reason TEXT NOT NULL,
  attempt INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL,
  receipt TEXT NOT NULL DEFAULT 'null',
  worker TEXT,
  leased_until INTEGER
) STRICT;
CREATE INDEX outbox_open ON outbox (destination, seq) WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_state ON outbox (state, seq);
CREATE INDEX outbox_settled ON outbox (changed_at) WHERE state IN ('sent', 'skipped', 'failed');

CREATE TABLE timer (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  conversation TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX timer_due ON timer (due_at, seq);
`;
