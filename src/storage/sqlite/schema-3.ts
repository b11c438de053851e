/**
 * The third version: timers can be listed by organisation, kind and conversation, and an event that was a timer knows when
 * it was to ring.
 */
export const SCHEMA_3 = `
ALTER TABLE timer ADD COLUMN organisation TEXT GENERATED ALWAYS AS (
  iif(instr(conversation, '/') = 0, '', substr(
    substr(conversation, instr(conversation, '/') + 1), 1,
    instr(substr(conversation, instr(conversation, '/') + 1) || '/', '/') - 1))) VIRTUAL;
ALTER TABLE timer ADD COLUMN kind TEXT GENERATED ALWAYS AS (
  iif(json_type(body, '$.what.kind') = 'text', body ->> '$.what.kind', NULL)) VIRTUAL;
CREATE INDEX timer_organisation ON timer (organisation, due_at, seq);
CREATE INDEX timer_conversation ON timer (conversation, due_at, seq);
ALTER TABLE inbox ADD COLUMN due_at INTEGER;
`;
