import type { Fact } from '../../../conversation/messages.ts';
import { type Block, bold, DIVIDER, lines, pairs, paragraph } from '../blocks.ts';
import { SLACK_LIMITS } from '../limits.ts';
import { plain, strong } from '../text.ts';

/** A field holds less than a fact may: a long one stands alone, whole. */
export function factBlocks(facts: readonly Fact[]): Block[] {
  const isShort = ({ value }: Fact) => value.length <= SLACK_LIMITS.field;
  return [
    ...pairs(facts.filter(isShort).map(({ label, value }) => [strong(label), plain(value)])),
    ...facts
      .filter((fact) => !isShort(fact))
      .flatMap(({ label, value }) => [bold(label), ...paragraph(value)]),
  ];
}

/** What happened, a line each, below a heading of its own. */
export function historyBlocks(
  heading: string,
  rows: readonly { readonly at: string; readonly text: string }[],
): Block[] {
  const told = rows.map(({ at, text }) => (at === '' ? text : `${at}  ${text}`));
  return told.length === 0 ? [] : [DIVIDER, bold(heading), ...lines(told)];
}
