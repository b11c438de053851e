import type { ProposalMessage, ReportsMessage } from '../../messages.ts';
import type { Block } from '../plain-text.ts';
import { indented, some } from './some.ts';

export function reportsLines({ title, items, note }: ReportsMessage): readonly Block[] {
  return [
    [title],
    items.map((item) => `- ${item.title} (${item.reference}, ${item.when}): ${item.state}`),
    some(note),
  ];
}

export function proposalLines({ title, text, reports }: ProposalMessage): readonly Block[] {
  return [[title], [text], reports.map((report) => `- ${report.reference}: ${indented(report.text, '  ')}`)];
}
