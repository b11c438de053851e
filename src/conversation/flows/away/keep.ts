import { contactsOf } from '../../../domain/absence/announced.ts';
import { hasRoom } from '../../../domain/absence/book.ts';
import { type CoverFault, coverFault } from '../../../domain/absence/cover.ts';
import {
  type Absent,
  AWAY_LIMITS,
  type AwayBook,
  type AwayEntry,
  NOBODY_AWAY,
  type Repeats,
  type Teller,
} from '../../../domain/absence/entry.ts';
import { heldAlone, heldWithOthers, mayTellOf } from '../../../domain/absence/people.ts';
import { isKept } from '../../../domain/absence/told.ts';
import type { AwayNews } from '../../effects.ts';
import type { Talk } from '../../talk.ts';
import type { Period } from '../../understanding/periods/period.ts';
import type { ReadAway } from './read.ts';

const DAY_MS = 24 * 3_600_000;

/** When somebody is away, once or again and again. */
export interface Times {
  readonly periods: readonly Period[];
  readonly repeats: Repeats | null;
}

/** The book as it is by now. */
export function bookOf(talk: Talk): AwayBook {
  return talk.away ?? NOBODY_AWAY;
}

/** The speaker themselves. */
export function ownSelf(talk: Talk): Absent {
  const { event, playbook } = talk;
  const { identity } = event.known;
  return {
    ...{ kind: 'person', user: event.from.user, name: identity?.name ?? null },
    email: identity?.email?.toLowerCase() ?? null,
    contacts: heldAlone(playbook, event.from, identity),
    shared: heldWithOthers(playbook, event.from, identity),
  };
}

/** Whether anything hangs on the speaker's own absence here. */
export function mayTellAway(talk: Talk): boolean {
  return talk.playbook.away !== null && isKept(talk.playbook, { about: ownSelf(talk) }, talk.site);
}

/** Keeps an absence, once or at each of its times. Null: it does not fit, and that was said. */
export function keepAway(
  talk: Talk,
  about: Absent,
  { periods: all, repeats }: Times,
  { reason, calls, errands, emergency }: Omit<ReadAway, 'when'>,
): AwayEntry | null {
  const now = talk.now.epochMilliseconds;
  const periods = repeats === null ? all : all.slice(0, AWAY_LIMITS.timesAhead);
  const isLong = periods.some(
    ({ from, to }) => to - from > AWAY_LIMITS.days * DAY_MS || from - now > AWAY_LIMITS.days * DAY_MS,
  );
  if (!isKept(talk.playbook, { about }, talk.site)) return refuse(talk, 'away.not-kept');
  if (isLong) return refuse(talk, 'away.too-long');
  if (!hasRoom(bookOf(talk), periods.length, now)) return refuse(talk, 'away.full');
  const series = all.length > 1 ? talk.event.reference : null;
  const entries = periods.map(
    ({ from, to }, i): AwayEntry => ({
      ...{ id: `${talk.event.reference}-${i + 1}`, about, start: from, end: to },
      ...{ reason, calls, errands, emergency, series, repeats, by: tellerOf(talk), revision: 1 },
    }),
  );
  want(talk, entries, 'new');
  return entries[0] ?? null;
}

/** Changes an absence that is kept. */
export function changeAway(
  talk: Talk,
  entry: AwayEntry,
  change: Partial<AwayEntry>,
  news: AwayNews | null = 'changed',
): AwayEntry {
  const changed = { ...entry, ...change, revision: entry.revision + 1 };
  want(talk, [changed], news);
  return changed;
}

/** An absence that the speaker may change: their own, what they told, and those of whom they may tell. */
export function ownEntry(talk: Talk, id: string): AwayEntry | null {
  const entry = bookOf(talk).entries.find((each) => each.id === id);
  if (entry === undefined) return null;
  const { from, known } = talk.event;
  const { about, by } = entry;
  if (by.user === from.user || (about.kind === 'person' && about.user === from.user)) return entry;
  const may = mayTellOf(talk.playbook, from, known.identity);
  return contactsOf(talk.playbook, entry).some((contact) => may.includes(contact)) ? entry : null;
}

/** What is wrong with who takes over. */
export function faultOf(talk: Talk, entry: AwayEntry): CoverFault | null {
  const { entries, agreed } = bookOf(talk);
  const others = { agreed, entries: entries.filter(({ id }) => id !== entry.id) };
  const site = unitOf(talk, entry);
  return coverFault(talk.playbook, others, entry, site);
}

/** The unit that an absence is of: itself, or that of whoever tells it. */
export function unitOf(talk: Talk, { about }: Pick<AwayEntry, 'about'>): string | null {
  return about.kind === 'unit' ? about.site : talk.site;
}

export function tellerOf({ event, language }: Talk): Teller {
  const { from, known, conversation } = event;
  return { user: from.user, name: from.desk ? null : (known.identity?.name ?? null), conversation, language };
}

/** What a turn wants to be kept, with the question at the end: "are you back?" One that ended early is not asked about. */
export function want(talk: Talk, entries: readonly AwayEntry[], news: AwayNews | null): void {
  const [first] = entries;
  const site = first === undefined ? talk.site : unitOf(talk, first);
  talk.want({ effect: 'keep-away', entries, news, site });
  // A series is asked about where it was told, whoever changes one of its times.
  for (const { id, series, by } of entries)
    if (series === null || by.conversation === talk.event.conversation) remindAtEnd(talk, series ?? id);
}

/** Of what comes again it is asked at the end of each time, one after the other. */
function remindAtEnd(talk: Talk, one: string): void {
  const now = talk.now.epochMilliseconds;
  const next = bookOf(talk)
    .entries.filter(({ id, series }) => (series ?? id) === one)
    .filter(({ start, end }) => end > now && end > start)
    .sort((a, b) => a.end - b.end)[0];
  const others = talk.reminders.filter(({ id }) => id !== `away-${one}`);
  const about = { kind: 'away', entry: next?.id ?? '' } as const;
  talk.reminders = next === undefined ? others : [...others, { id: `away-${one}`, due: next.end, about }];
}

function refuse(talk: Talk, key: 'away.too-long' | 'away.full' | 'away.not-kept'): null {
  talk.note(key, { days: AWAY_LIMITS.days }, 'warning');
  return null;
}
