import { type AnswerJson, answerJson } from '../../src/conversation/who/json.ts';
import { situationIn } from '../../src/domain/contacts/situation.ts';
import { who } from '../../src/domain/contacts/who.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { at } from './playbooks.ts';

/** What is asked, by ids. */
export interface Asked {
  readonly class?: 'critical' | 'normal';
  readonly service?: string;
  readonly site?: string;
  readonly role?: string;
}

/** The `who` interface's answer at a local time. */
export function ask(playbook: Playbook, local: string, asked: Asked = {}): AnswerJson {
  const situation = situationIn(playbook, { class: 'critical', ...asked });
  return answerJson(playbook, who(playbook, situation, at(playbook, local)), playbook.languages[0]);
}

/** The ids of a step's contacts; a minus stands before who is not available. */
export function names(answer: AnswerJson, step = 0): string[] {
  return (answer.steps[step]?.contacts ?? []).map(({ id, available }) => (available ? id : `-${id}`));
}
