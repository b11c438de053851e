import { TEAMS_LIMITS } from '../limits.ts';

/** Padding of a button, in characters. */
const PADDING = 4;

/** The label of a button that the narrowest card shows whole, in letters of middling width. */
const NARROW = 20.5;
/** Letters that are clearly narrower or wider than most, in any sans serif. */
const SLIM = /[iljtfrI1 .,:;!?'’()/|-]/;
const BROAD = /[mwMW@æÆœ—…]/;

/** Whether a label is cut off on a button of the narrowest card. */
export function isLong(label: string): boolean {
  const width = Array.from(label).reduce((sum, letter) => sum + widthOf(letter), 0);
  return width > NARROW;
}

function widthOf(letter: string): number {
  if (SLIM.test(letter)) return 0.6;
  return BROAD.test(letter) ? 1.5 : 1;
}

/** Buttons in rows that are not wider than a narrow card: Microsoft's library cuts labels off rather than break the row. */
export function inRows<Button extends { readonly title: string }>(
  buttons: readonly Button[],
): { actions: Button[] }[] {
  const rows: { actions: Button[]; width: number }[] = [];
  for (const button of buttons) {
    const width = button.title.length + PADDING;
    const row = rows.at(-1);
    const fits = row !== undefined && row.width + width <= TEAMS_LIMITS.row;
    if (fits && row.actions.length < TEAMS_LIMITS.actions) {
      row.actions.push(button);
      row.width += width;
    } else rows.push({ actions: [button], width });
  }
  return rows.map(({ actions }) => ({ actions }));
}
