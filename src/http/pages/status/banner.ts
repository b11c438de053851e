import { partsNow } from '../../../domain/notices/view.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { titleOf } from '../../status/in-words.ts';
import type { StatusView } from '../../status/view.ts';
import { momentOf, sayIn } from '../../status/words.ts';

/** The first thing that one reads. */
export interface Banner {
  readonly tone: 'open' | 'limited' | 'shut';
  readonly headline: string;
  /** What it means for the reader. */
  readonly lines: readonly string[];
}

const TONES = { ok: 'open', maintenance: 'limited', outage: 'shut' } as const;

/** How things are, in a sentence or two (scenario E1). */
export function bannerOf(view: StatusView): Banner {
  const { state, outages } = view.board;
  const headline: TextKey = `status.state-${state}`;
  const waits = outages.length > 0 && outages.every(({ wait }) => wait);
  return {
    tone: TONES[state],
    headline: sayIn(view, headline),
    lines: [
      ...(waits ? [sayIn(view, 'status.wait')] : []),
      ...(state === 'maintenance' ? [sayIn(view, 'status.some-down')] : []),
      ...nextWork(view),
    ],
  };
}

/** What a screen reader is told when it has changed: the headline, and what is down. */
export function newsOf(view: StatusView): string {
  const { outages, underWay } = view.board;
  const working = underWay.filter(({ parts }) => partsNow(parts, view.now.epochMilliseconds).length > 0);
  const titles = [...outages, ...working].slice(0, 3).map((notice) => titleOf(view, notice).text);
  return [bannerOf(view).headline, ...titles].join(' ');
}

function nextWork(view: StatusView): string[] {
  const { underWay, coming } = view.board;
  const starts = [...underWay, ...coming]
    .flatMap(({ parts }) => parts)
    .map(({ from }) => from)
    .filter((from) => from > view.now.epochMilliseconds);
  if (starts.length === 0) return [];
  return [sayIn(view, 'status.next-work', { when: momentOf(view, Math.min(...starts)) })];
}
