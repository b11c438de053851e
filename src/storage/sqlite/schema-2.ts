/**
 * The second version: deliveries have a priority, count tries apart from claims, and are found by batch and by topic;
 * what was an outage becomes a notice.
 */
export const SCHEMA_2 = `
ALTER TABLE outbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN batch TEXT;
ALTER TABLE outbox ADD COLUMN topic TEXT;
UPDATE outbox SET tries = attempt WHERE attempt > 0;
CREATE INDEX outbox_due ON outbox (priority, not_before) WHERE state = 'pending';
CREATE INDEX outbox_batch ON outbox (batch, state) WHERE batch IS NOT NULL;
CREATE INDEX outbox_topic ON outbox (topic, destination) WHERE topic IS NOT NULL;

-- IT's own words were shown to everybody as they were, whatever their language: so they stand for each.
UPDATE record SET
  kind = 'notice',
  keys = json_object('state', iif(body ->> '$.over' IS NULL, 'open', 'ended'), 'kind', 'outage'),
  body = json_object(
    'id', id, 'organisation', organisation, 'kind', 'outage', 'publication', 'published', 'revision', 1,
    'author', json_object('user', 'desk', 'name', NULL, 'conversation', 'desk/' || organisation),
    'confirmedBy', NULL, 'createdAt', at, 'publishedAt', at, 'changedAt', body -> '$.latestAt',
    'title', json('{}'), 'text', json('{}'), 'correctedAt', NULL, 'meanwhile', json('{}'), 'routine', NULL,
    'updates', iif(body ->> '$.latest' IS NULL, json('[]'), json_array(json_object(
      'number', 1, 'at', body -> '$.latestAt', 'phase', NULL, 'important', json('false'), 'correctedAt', NULL,
      'text', json_object('sv', body ->> '$.latest', 'nb', body ->> '$.latest',
        'nl', body ->> '$.latest', 'en', body ->> '$.latest')))),
    'asksRead', json('false'), 'seenTo', json('[]'),
    'services', body -> '$.services', 'sites', body -> '$.sites',
    'since', body -> '$.since', 'over', body -> '$.over',
    'phase', iif(body ->> '$.over' IS NULL, 'investigating', 'resolved'),
    'long', body -> '$.long', 'wait', json('false'), 'nextWord', NULL, 'retrospect', json('{}'), 'proposal', NULL)
WHERE kind = 'outage';
UPDATE record_key SET kind = 'notice', value = iif(value = 'over', 'ended', value) WHERE kind = 'outage';
INSERT INTO record_key (record, name, value, organisation, kind, at, id)
  SELECT seq, 'kind', 'outage', organisation, kind, at, id FROM record WHERE kind = 'notice';
`;
