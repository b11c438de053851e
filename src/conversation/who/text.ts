import type { AnswerInWords, ContactInWords, StepInWords } from './answer-in-words.ts';

/** An answer as lines of plain text, for a terminal. */
export function answerText(words: AnswerInWords): string {
  const blocks = [
    [`${words.title} ${words.matter}`, words.status],
    words.skipped,
    words.emergency === null ? [] : [words.emergency.text],
    ...words.steps.map(stepLines),
    words.last === null ? [] : [`${words.last.heading}:`, ...contactLines(words.last.contact)],
    [words.holds, words.asOf],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function stepLines(step: StepInWords, index: number): string[] {
  const lead = step.lead === null ? [] : [`${step.lead}:`];
  return [
    ...lead,
    `${index + 1}. ${step.heading}`,
    ...step.remarks.map((remark) => `   ${remark}`),
    ...step.contacts.flatMap(contactLines),
    ...(step.receipt === null ? [] : [`   ${step.receipt}`]),
  ];
}

function contactLines(contact: ContactInWords): string[] {
  const ways = [contact.phone?.text, contact.extension, contact.email, contact.url, contact.until].filter(
    (way) => way !== undefined && way !== null && way !== '',
  );
  return [
    `   - ${contact.role}${ways.length === 0 ? '' : `: ${ways.join(', ')}`}`,
    ...contact.remarks.map((remark) => `     ${remark}`),
  ];
}
