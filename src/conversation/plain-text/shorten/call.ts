import type { CallMessage } from '../../messages.ts';
import type { AnswerInWords, ContactInWords, StepInWords } from '../../who/answer-in-words.ts';
import type { Shortener } from './shortener.ts';

export function shortCall(message: CallMessage, to: Shortener): CallMessage {
  return {
    ...message,
    lead: to.texts(message.lead),
    answer: shortAnswer(message.answer, to),
    question: to.optional(message.question),
  };
}

function shortAnswer(answer: AnswerInWords, to: Shortener): AnswerInWords {
  const { emergency, last } = answer;
  return {
    ...answer,
    title: to.line(answer.title),
    matter: to.optional(answer.matter),
    status: to.line(answer.status),
    emergency: emergency === null ? null : { ...emergency, text: to.line(emergency.text) },
    skipped: to.texts(answer.skipped),
    steps: shortSteps(answer.steps, to),
    last: last === null ? null : { heading: to.line(last.heading), contact: shortContact(last.contact, to) },
    holds: to.line(answer.holds),
    asOf: to.optional(answer.asOf),
  };
}

function shortSteps(steps: readonly StepInWords[], to: Shortener): readonly StepInWords[] {
  const { kept, left } = to.rows(steps, (step) => shortStep(step, to));
  const more = to.more(left).map((heading) => ({
    lead: null,
    heading,
    remarks: [],
    contacts: [],
    receipt: null,
  }));
  return [...kept, ...more];
}

function shortStep(step: StepInWords, to: Shortener): StepInWords {
  const { contacts, more } = shortContacts(step.contacts, to);
  return {
    lead: to.optional(step.lead),
    heading: to.line(step.heading),
    remarks: [...to.texts(step.remarks), ...more],
    contacts,
    receipt: to.optional(step.receipt),
  };
}

/** Contacts, and what is said when there are more. */
export function shortContacts(
  contacts: readonly ContactInWords[],
  to: Shortener,
): { contacts: readonly ContactInWords[]; more: readonly string[] } {
  const { kept, left } = to.rows(contacts, (contact) => shortContact(contact, to));
  return { contacts: kept, more: to.more(left) };
}

function shortContact(contact: ContactInWords, to: Shortener): ContactInWords {
  return {
    ...contact,
    role: to.line(contact.role),
    extension: to.optional(contact.extension),
    remarks: to.texts(contact.remarks),
    until: to.optional(contact.until),
  };
}
