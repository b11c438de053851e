import type { Talk } from '../../talk.ts';
import { QUESTION } from './question.ts';

/** How a question of the triage reads, for the report. Empty for others: they are not told on. */
export function askedText(talk: Talk, question: string): string {
  if (question === QUESTION.judge) return talk.say('report.ask-judge');
  const [kind, tree = '', id = ''] = question.split(':');
  if (kind !== 'tree') return '';
  const found = talk.playbook.triage.get(tree)?.questions.get(id);
  return found === undefined ? '' : talk.local(found.text);
}
