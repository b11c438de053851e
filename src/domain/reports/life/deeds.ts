import type { Report } from '../report.ts';
import type { LifeCommand } from './life.ts';

/** What those who judge do with a report, by what stands on the button. */
export type JudgeDeed =
  | 'urgent'
  | 'not-urgent'
  | 'look-first'
  | 'ask'
  | 'join'
  | 'ask-now'
  | 'hand-on'
  | 'by-hand'
  | 'in-work'
  | 'solved'
  | 'close';

/** Deeds with words of their own: what the reporter reads, or would want to. */
export type WordyDeed = 'not-urgent' | 'close' | 'ask';

/** What can be done with a report as it stands, the same in the chat and on the board; what most will press first. */
export function deedsFor({ state, life, class: matterClass }: Report): readonly JudgeDeed[] {
  switch (state) {
    case 'open':
    case 'received':
      return ['not-urgent', 'urgent', 'look-first', 'ask', 'join', 'close'];
    case 'looking':
      return ['not-urgent', 'urgent', 'ask', 'join', 'close'];
    case 'waiting':
      return ['ask-now', 'hand-on', 'urgent', 'ask', 'join', 'close'];
    case 'asked':
      return ['hand-on', 'urgent', 'ask', 'close'];
    case 'handing-on':
      return ['by-hand', ...(matterClass === 'critical' ? (['not-urgent'] as const) : []), 'ask', 'close'];
    case 'handed-on':
      return life?.handed?.how === 'by-hand' ? ['in-work', 'solved', 'ask', 'close'] : ['ask', 'close'];
    case 'in-work':
      return life?.handed?.how === 'by-hand' ? ['solved', 'ask', 'close'] : ['ask', 'close'];
    case 'solved':
      return ['ask', 'close'];
    case 'joined':
    case 'withdrawn':
    case 'closed':
      return [];
  }
}

export function takesWords(deed: string): deed is WordyDeed {
  return deed === 'not-urgent' || deed === 'close' || deed === 'ask';
}

/** A deed as what is done to the report. @param words that were written with it, at most `LIFE_LIMITS.text` characters */
export function deedCommand(deed: Exclude<JudgeDeed, 'join'>, words: string): LifeCommand {
  switch (deed) {
    case 'urgent':
      return { do: 'judge', urgent: true, why: words };
    case 'not-urgent':
      return { do: 'judge', urgent: false, why: words };
    case 'ask':
      return { do: 'ask', question: words };
    case 'close':
      return { do: 'close', why: words };
    case 'look-first':
    case 'ask-now':
    case 'hand-on':
      return { do: deed };
    case 'by-hand':
      return { do: 'handed', how: 'by-hand', order: null };
    case 'in-work':
    case 'solved':
      return { do: 'progress', state: deed, note: null };
  }
}

/** Reports to which another can be joined: those of the same service first, then the newest. */
export function joinable(report: Report, among: readonly Report[]): readonly Report[] {
  const isAlike = (other: Report) => other.service === report.service && report.service !== null;
  return among
    .filter(({ id, state }) => id !== report.id && !['withdrawn', 'closed', 'joined'].includes(state))
    .toSorted((a, b) => Number(isAlike(b)) - Number(isAlike(a)) || b.at - a.at);
}
