import type { CallMessage } from '../../../conversation/messages.ts';
import type { AnswerInWords, StepInWords } from '../../../conversation/who/answer-in-words.ts';
import { aside, type Block, bold, DIVIDER, header, lines } from '../blocks.ts';
import { mrkdwn, plain } from '../text.ts';
import { choiceBlocks } from './choices.ts';
import { contactBlocks, phoneLink } from './contact.ts';

/** The same order as on paper and in Teams: danger to life, why, the numbers, what else to know, the question. */
export function callBlocks(message: CallMessage): Block[] {
  const { answer, lead, question } = message;
  return [
    ...emergencyBlocks(answer),
    ...lines(lead),
    ...header(`${answer.title} ${answer.matter}`.trimEnd()),
    bold(answer.status),
    ...aside(answer.skipped),
    ...answer.steps.flatMap(stepBlocks),
    ...lastBlocks(answer),
    ...aside([`${answer.holds} ${answer.asOf}`.trimEnd()]),
    ...(question === null ? [] : [bold(question)]),
    ...choiceBlocks(message),
  ];
}

function emergencyBlocks({ emergency }: AnswerInWords): Block[] {
  if (emergency === null) return [];
  const { text, phone } = emergency;
  return [{ type: 'section', fields: [plain(`🚨 ${text}`), mrkdwn(phoneLink(phone))] }, DIVIDER];
}

function stepBlocks(step: StepInWords, index: number): Block[] {
  return [
    ...(index === 0 ? [] : [DIVIDER]),
    ...aside(step.lead === null ? [] : [`${step.lead}:`]),
    bold(step.heading),
    ...lines(step.remarks),
    ...contactBlocks(step.contacts),
    ...aside(step.receipt === null ? [] : [step.receipt]),
  ];
}

function lastBlocks({ last }: AnswerInWords): Block[] {
  return last === null ? [] : [DIVIDER, bold(last.heading), ...contactBlocks([last.contact])];
}
