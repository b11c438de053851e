import { TEAMS_LIMITS } from '../limits.ts';

/** Padding of a button, in characters. */
const PADDING = 4;

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
