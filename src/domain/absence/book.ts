import type { Millis } from '../timeline/timeline.ts';
import { type AgreedEntry, AWAY_LIMITS, type AwayBook, type AwayEntry } from './entry.ts';

/** The book with some entries as they are now, without what is over for long. Later ones go where there are too many. */
export function withEntries(
  book: AwayBook,
  changed: readonly (AwayEntry | AgreedEntry)[],
  now: Millis,
): AwayBook {
  const ids = new Set(changed.map(({ id }) => id));
  const kept = <T extends AwayEntry | AgreedEntry>(all: readonly T[], most: number): T[] =>
    all
      .filter(({ end }) => end > now - AWAY_LIMITS.keptMs)
      .sort((a, b) => a.start - b.start)
      .slice(0, most);
  const unchanged = <T extends { id: string }>(all: readonly T[]): T[] =>
    all.filter(({ id }) => !ids.has(id));
  return {
    entries: kept([...unchanged(book.entries), ...changed.filter(isAway)], AWAY_LIMITS.entries),
    agreed: kept([...unchanged(book.agreed), ...changed.filter(isAgreed)], AWAY_LIMITS.agreed),
  };
}

/** Whether another absence still fits. */
export function hasRoom(book: AwayBook, more: number, now: Millis): boolean {
  return book.entries.filter(({ end }) => end > now).length + more <= AWAY_LIMITS.entries;
}

/** An absence that ends now; one that has not begun never was. */
export function endedAt(entry: AwayEntry, now: Millis): AwayEntry {
  const end = Math.min(entry.end, Math.max(entry.start, now));
  return { ...entry, end, revision: entry.revision + 1 };
}

export function isUnderWay({ start, end }: Pick<AwayEntry, 'start' | 'end'>, now: Millis): boolean {
  return start <= now && now < end;
}

/** When somebody is back who is away in `entry`: the end of the last of those that follow one another (scenario B3). */
export function backAt(entries: readonly AwayEntry[], entry: AwayEntry): Millis {
  const own = entries.filter((other) => isSame(other, entry));
  let end = entry.end;
  for (let next = following(own, end); next !== undefined; next = following(own, end)) end = next.end;
  return end;
}

/** Whether two are of the same person or unit. */
export function isSame(
  { about: a }: Pick<AwayEntry, 'about'>,
  { about: b }: Pick<AwayEntry, 'about'>,
): boolean {
  if (a.kind === 'unit' || b.kind === 'unit')
    return a.kind === 'unit' && b.kind === 'unit' && a.site === b.site;
  if (a.user !== null && a.user === b.user) return true;
  if (a.email !== null && a.email === b.email) return true;
  return a.contacts.some((contact) => b.contacts.includes(contact));
}

function following(own: readonly AwayEntry[], end: Millis): AwayEntry | undefined {
  return own.find((other) => other.start <= end && other.end > end);
}

function isAway(entry: AwayEntry | AgreedEntry): entry is AwayEntry {
  return 'about' in entry;
}

function isAgreed(entry: AwayEntry | AgreedEntry): entry is AgreedEntry {
  return !isAway(entry);
}
