import type { Choice, ProposalMessage, ReportsMessage } from '../../messages.ts';
import type { Shortener } from './shortener.ts';

export function shortReports(message: ReportsMessage, to: Shortener): ReportsMessage {
  const { kept, left } = to.rows(message.items, (item) => ({
    ...item,
    reference: to.line(item.reference),
    title: to.line(item.title),
    state: to.line(item.state),
    when: to.line(item.when),
  }));
  const note = [...to.more(left), ...(message.note === null ? [] : [to.text(message.note)])];
  return {
    ...message,
    title: to.line(message.title),
    items: kept,
    note: note.length === 0 ? null : note.join('\n'),
    choices: withoutChoicesOf(message.choices, message.items.slice(kept.length)),
  };
}

export function shortProposal(message: ProposalMessage, to: Shortener): ProposalMessage {
  const { kept, left } = to.rows(message.reports, ({ reference, text }) => ({
    reference: to.line(reference),
    text: to.text(text),
  }));
  return {
    ...message,
    title: to.line(message.title),
    text: to.text(message.text),
    reports: [...kept, ...to.more(left).map((text) => ({ reference: '…', text }))],
  };
}

/** Choices without those of rows that are left out: they would stand alone as buttons. */
export function withoutChoicesOf(
  choices: readonly Choice[],
  rows: readonly { readonly choice: string }[],
): readonly Choice[] {
  const gone = new Set(rows.map(({ choice }) => choice));
  return choices.filter(({ id }) => !gone.has(id));
}
