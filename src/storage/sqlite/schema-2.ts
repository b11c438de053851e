/**
 * The second version: deliveries have a priority, count tries apart from claims, and are found by batch and by topic;
 * what was an outage becomes a notice.
 */
export const SCHEMA_2 = `
ALTER TABLE outbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN batch TEXT;
ALTER TABLE outbox ADD COLUMN topic TEXT;
UPDATE outbox SET tries = attempt WHERE attempt > 0;
CREATE INDEX outbox_due ON outbox (priority, not_before) WHERE state = 'pending';
CREATE INDEX outbox_batch ON outbox (batch, state) WHERE batch IS NOT NULL;
CREATE INDEX outbox_topic ON outbox (topic, destination) WHERE topic IS NOT NULL;
`;
