import type { AgreedEntry, AwayEntry } from '../../src/domain/absence/entry.ts';

const BY = { user: 'anna', name: null, conversation: 'web/test/anna', language: 'sv' } as const;

/** An absence of one contact as the chat keeps it, in ms. */
export function awayEntry(
  id: string,
  contact: string,
  [start, end]: readonly [number, number],
  more: Partial<AwayEntry> = {},
): AwayEntry {
  return {
    ...{ id, start, end, reason: null, calls: null, errands: null, emergency: null, series: null },
    about: { kind: 'person', user: contact, name: null, email: null, contacts: [contact] },
    ...{ by: BY, revision: 1, ...more },
  };
}

/** Somebody on call. */
export function agreedEntry(id: string, contact: string, start: number, end: number): AgreedEntry {
  return { id, contact, start, end, by: BY };
}
