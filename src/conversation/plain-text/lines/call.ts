import type { CallMessage } from '../../messages.ts';
import type { ContactInWords, StepInWords } from '../../who/answer-in-words.ts';
import type { Block } from '../plain-text.ts';
import { some } from './some.ts';

/** Danger to life first, then why, then the numbers, then what else to know. */
export function callLines({ lead, answer, question }: CallMessage): readonly Block[] {
  const { emergency, last } = answer;
  return [
    some(emergency?.text),
    lead,
    [[answer.title, ...some(answer.matter)].join(' '), answer.status],
    answer.skipped,
    ...answer.steps.map((step, i) => stepLines(step, i + 1)),
    last === null ? [] : [`${last.heading}:`, ...contactLines(last.contact, '   ')],
    [answer.holds, ...some(answer.asOf)],
    some(question),
  ];
}

function stepLines(step: StepInWords, number: number): Block {
  return [
    ...some(step.lead).map((lead) => `${lead}:`),
    `${number}. ${step.heading}`,
    ...step.remarks.map((remark) => `   ${remark}`),
    ...step.contacts.flatMap((contact) => contactLines(contact, '   ')),
    ...some(step.receipt).map((receipt) => `   ${receipt}`),
  ];
}

/** A contact with every way to reach it, indented. */
export function contactLines(contact: ContactInWords, indent: string): readonly string[] {
  const { role, phone, extension, email, url, until, remarks } = contact;
  const ways = [phone?.text, extension, email, url, until].flatMap(some);
  return [
    `${indent}- ${role}${ways.length === 0 ? '' : `: ${ways.join(', ')}`}`,
    ...remarks.map((remark) => `${indent}  ${remark}`),
  ];
}
