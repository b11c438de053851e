import type { Fact, OutageMessage, ReceiptMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { aside, type Block, bold, DIVIDER, header, lines, pairs, paragraph } from '../blocks.ts';
import { SLACK_LIMITS } from '../limits.ts';
import { link, mrkdwn, plain, strong } from '../text.ts';
import { choiceBlocks } from './choices.ts';

const SIGNS = { good: '✓ ', warning: '⚠ ', plain: '' } as const;

export function receiptBlocks(message: ReceiptMessage): Block[] {
  const { title, reference, state, tone, history, notes, language } = message;
  const told = history.map(({ at, text }) => (at === '' ? text : `${at}  ${text}`));
  return [
    ...header(title),
    ...pairs([[strong(reference), strong(`${SIGNS[tone]}${state}`)]]),
    ...factBlocks(message.facts),
    ...pictureBlocks(message),
    ...(told.length === 0 ? [] : [DIVIDER, bold(say(language, 'render.history')), ...lines(told)]),
    ...aside(notes),
    ...choiceBlocks(message),
  ];
}

export function outageBlocks(message: OutageMessage): Block[] {
  const { title, facts, latest, advice, language } = message;
  return [
    ...header(`⚠ ${title}`),
    ...factBlocks(facts),
    ...(latest === null ? [] : [bold(say(language, 'render.latest')), ...paragraph(latest)]),
    ...(advice === null ? [] : paragraph(advice)),
    ...choiceBlocks(message),
  ];
}

/** A field holds less than a fact may: a long one stands alone, whole. */
function factBlocks(facts: readonly Fact[]): Block[] {
  const isShort = ({ value }: Fact) => value.length <= SLACK_LIMITS.field;
  return [
    ...pairs(facts.filter(isShort).map(({ label, value }) => [strong(label), plain(value)])),
    ...facts
      .filter((fact) => !isShort(fact))
      .flatMap(({ label, value }) => [bold(label), ...paragraph(value)]),
  ];
}

/** A name is what somebody called the file, so it stands beside the link and not in it. */
function pictureBlocks({ pictures, language }: ReceiptMessage): Block[] {
  if (pictures.length === 0) return [];
  const isLink = ({ address }: { address: string }) => /^https:\/\//i.test(address);
  const words = say(language, 'render.look');
  return [
    bold(say(language, 'render.pictures')),
    ...pairs(pictures.filter(isLink).map(({ name, address }) => [plain(name), mrkdwn(link(address, words))])),
    ...aside(pictures.filter((picture) => !isLink(picture)).map(({ name }) => name)),
  ];
}
