import type { CallMessage } from '../../../conversation/messages.ts';
import type { AnswerInWords, StepInWords } from '../../../conversation/who/answer-in-words.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { choicesData } from './choices.ts';
import { contactData } from './contact.ts';
import { headingData, literals, some } from './parts.ts';

/** Attention is for danger to life alone. */
const STYLES = { open: 'good', limited: 'warning', shut: 'warning' } as const;

export function callData(message: CallMessage): object {
  const { answer, language } = message;
  return {
    emergencies: emergencyData(answer, language),
    lead: literals(message.lead),
    ...headingData(`${answer.title} ${answer.matter}`.trimEnd()),
    style: STYLES[answer.tone],
    status: literal(answer.status),
    skipped: literals(answer.skipped),
    steps: answer.steps.map((step, i) => stepData(step, i, language)),
    lasts: lastData(answer, language),
    holds: literal(`${answer.holds} ${answer.asOf}`.trimEnd()),
    questions: some(message.question),
    ...choicesData(message),
  };
}

function emergencyData({ emergency }: AnswerInWords, language: Language): object[] {
  if (emergency === null) return [];
  const { text, phone } = emergency;
  return [
    { text: literal(text), title: say(language, 'render.call', { phone: phone.text }), url: phone.href },
  ];
}

/** The numbers to call now are big; those for later are there, and do not compete. */
function stepData(step: StepInWords, index: number, language: Language): object {
  const prominence = index === 0 ? 'big' : 'small';
  return {
    separator: index > 0,
    leads: some(step.lead).map((lead) => `${lead}:`),
    heading: literal(step.heading),
    remarks: literals(step.remarks),
    contacts: step.contacts.map((contact) => contactData(contact, language, prominence)),
    receipts: some(step.receipt),
  };
}

function lastData({ last }: AnswerInWords, language: Language): object[] {
  if (last === null) return [];
  return [{ heading: literal(last.heading), contacts: [contactData(last.contact, language, 'small')] }];
}
