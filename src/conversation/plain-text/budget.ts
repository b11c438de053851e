import { MESSAGE_LIMITS, type Message } from '../messages.ts';
import { shorten } from './shorten/shorten.ts';

/** How much of a message is shown. */
export interface Budget {
  /** Characters of a text. */
  readonly text: number;
  /** Rows of each list, and of each list within a row. */
  readonly rows: number;
}

/** All that a message may hold. */
export const WHOLE: Budget = { text: MESSAGE_LIMITS.text, rows: MESSAGE_LIMITS.rows };

/** From all to hardly anything: long texts give way before rows do, since each row may hold a number to call. */
const LADDER: readonly Budget[] = [
  WHOLE,
  { text: 2000, rows: 30 },
  { text: 1000, rows: 30 },
  { text: 500, rows: 30 },
  { text: 250, rows: 30 },
  { text: 120, rows: 30 },
  { text: 80, rows: 30 },
  { text: 120, rows: 15 },
  { text: 80, rows: 8 },
  { text: 60, rows: 5 },
  { text: 40, rows: 3 },
  { text: 40, rows: 2 },
];

/** Characters of a message as JSON above which no channel takes it: not worth rendering to see that. */
const TOO_LARGE = 40_000;

/** Renders as much of a message as a channel takes, shortened with a notice where it is too large. */
export function fitting<Rendered>(
  message: Message,
  render: (message: Message) => Rendered,
  fits: (rendered: Rendered) => boolean,
): Rendered {
  const lines = new Map<string, string>();
  for (const budget of LADDER.slice(0, -1)) {
    const short = shorten(message, budget, lines);
    if (JSON.stringify(short).length > TOO_LARGE) continue;
    const rendered = render(short);
    if (fits(rendered)) return rendered;
  }
  return render(shorten(message, LADDER.at(-1) ?? WHOLE, lines));
}
