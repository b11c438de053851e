import type { ReceiptMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { aside, type Block, bold, header, pairs } from '../blocks.ts';
import { link, mrkdwn, plain, strong } from '../text.ts';
import { choiceBlocks } from './choices.ts';
import { factBlocks, historyBlocks } from './facts.ts';

const SIGNS = { good: '✓ ', warning: '⚠ ', plain: '' } as const;

export function receiptBlocks(message: ReceiptMessage): Block[] {
  const { title, reference, state, tone, history, notes, language } = message;
  return [
    ...header(title),
    ...pairs([[strong(reference), strong(`${SIGNS[tone]}${state}`)]]),
    ...factBlocks(message.facts),
    ...pictureBlocks(message),
    ...historyBlocks(say(language, 'render.history'), history),
    ...aside(notes),
    ...choiceBlocks(message),
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
