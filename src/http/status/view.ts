import { type Board, boardOf, seenFrom } from '../../domain/notices/board/board.ts';
import { historyOf, type ServiceHistory } from '../../domain/notices/board/history.ts';
import { EVERYWHERE, type Notice } from '../../domain/notices/notice.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import type { StatusLinks } from './links.ts';

/** What is looked at, by whom. */
export interface StatusAsked {
  readonly playbook: Playbook;
  readonly language: Language;
  /** Null: all places. */
  readonly site: string | null;
}

/** How things are with an organisation or a place in it, as a page or a feed shows it. */
export interface StatusView extends StatusAsked {
  readonly now: Temporal.ZonedDateTime;
  readonly board: Board;
  /** All notices that concern the place, as they are seen from there. */
  readonly seen: readonly Notice[];
  readonly links: StatusLinks;
  /** `near`: times are said from now, as "tomorrow at 8"; `full`: with their date, for what is read some time. */
  readonly times: 'near' | 'full';
}

/** Looks at the notices of an organisation from a place. */
export function statusView(
  asked: StatusAsked,
  notices: readonly Notice[],
  at: Temporal.Instant,
  links: StatusLinks,
  times: StatusView['times'],
): StatusView {
  const { playbook, language, site } = asked;
  const place = site === null ? EVERYWHERE : { sites: [site], services: null };
  const now = at.toZonedDateTimeISO(playbook.timezone);
  const seen = notices.map((notice) => seenFrom(playbook, notice, place)).filter((notice) => notice !== null);
  return { playbook, language, site, now, board: boardOf(playbook, seen, place, now), seen, links, times };
}

/** How each service was in the last days. */
export function historyIn({ playbook, seen, now }: StatusView): readonly ServiceHistory[] {
  return historyOf(playbook, seen, now);
}

/** Until when what was made of a view holds, if no notice changes. Minutes are counted while something is down. */
export function holdsUntil({ board, now }: StatusView, countsMinutes: boolean): Millis {
  if (!countsMinutes || board.state === 'ok') return board.changesAt;
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).add({ minutes: 1 });
  return Math.min(board.changesAt, minute.epochMilliseconds);
}
