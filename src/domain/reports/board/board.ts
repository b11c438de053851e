import type { Playbook } from '../../organisation/playbook.ts';
import type { Report } from '../report.ts';
import { type BoardAround, type BoardEntry, boardEntry } from './entry.ts';

/** What can be looked at on the board. */
export const BOARD_FILTERS = ['open', 'mine', 'critical', 'waiting', 'supplier', 'closed'] as const;
export type BoardFilter = (typeof BOARD_FILTERS)[number];

export const BOARD_LIMITS = {
  /** Reports that are shown at once; how many more there are is said. */
  page: 100,
  /** Entries of a list in the chat. */
  chat: 10,
} as const;

/** Who looks at it. */
export interface BoardViewer {
  readonly user: string;
  /** Contacts of the playbook that they hold. */
  readonly contacts: readonly string[];
}

/** The board as somebody looks at it. */
export interface ReportBoard {
  readonly filter: BoardFilter;
  /** In the order in which they are to be looked at, at most as many as were asked for. */
  readonly entries: readonly BoardEntry[];
  /** How many there are by each filter. */
  readonly counts: Readonly<Record<BoardFilter, number>>;
}

/** All that the board is made of. */
export interface BoardSource extends BoardAround {
  readonly reports: readonly Report[];
}

/**
 * The reports of an organisation as somebody looks at them: what is critical first, then what falls due first, then the
 * oldest; of what is closed the newest first. Those that belong to no report of the playbook's classes are there too.
 */
export function boardOf(
  playbook: Playbook,
  { reports, ...around }: BoardSource,
  viewer: BoardViewer,
  filter: BoardFilter,
  most: number = BOARD_LIMITS.page,
): ReportBoard {
  const all = reports.map((report) => boardEntry(playbook, report, around));
  const of = (each: BoardFilter): BoardEntry[] => all.filter((entry) => isIn(each, entry, viewer));
  const counts = Object.fromEntries(BOARD_FILTERS.map((each) => [each, of(each).length]));
  const order = filter === 'closed' ? byNewest : byUrgency;
  return {
    filter,
    entries: of(filter).sort(order).slice(0, most),
    counts: counts as Record<BoardFilter, number>,
  };
}

/** Whether an entry is among what a filter shows. */
export function isIn(filter: BoardFilter, entry: BoardEntry, viewer: BoardViewer): boolean {
  const { report, isOver } = entry;
  switch (filter) {
    case 'closed':
      return isOver;
    case 'open':
      return !isOver;
    case 'mine':
      return !isOver && isOf(entry, viewer);
    case 'critical':
      return !isOver && report.class === 'critical';
    case 'waiting':
      return report.state === 'waiting' || report.state === 'asked' || report.state === 'solved';
    case 'supplier':
      return report.state === 'handing-on' || report.state === 'handed-on' || report.state === 'in-work';
  }
}

/** It waits for what they hold, or nobody has it and anybody with a duty may take it. */
function isOf({ has, report }: BoardEntry, { contacts }: BoardViewer): boolean {
  if (has.who === 'contact') return contacts.includes(has.contact);
  if (has.who === 'person') return has.contact !== null && contacts.includes(has.contact);
  if (has.who === 'asked') return has.contacts.some((contact) => contacts.includes(contact));
  return has.who === 'nobody' && report.state === 'open';
}

function byUrgency(a: BoardEntry, b: BoardEntry): number {
  return (
    Number(b.report.class === 'critical') - Number(a.report.class === 'critical') ||
    (a.next?.at ?? Number.POSITIVE_INFINITY) - (b.next?.at ?? Number.POSITIVE_INFINITY) ||
    byOldest(a, b)
  );
}

function byOldest(a: BoardEntry, b: BoardEntry): number {
  return a.report.at - b.report.at || (a.report.id < b.report.id ? -1 : 1);
}

function byNewest(a: BoardEntry, b: BoardEntry): number {
  return -byOldest(a, b);
}
