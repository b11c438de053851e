import { assertNever, type Message } from '../../conversation/messages.ts';
import { fitting } from '../../conversation/plain-text/budget.ts';
import { cleanText, cut } from '../../conversation/plain-text/clean.ts';
import { numberedText, plainText } from '../../conversation/plain-text/plain-text.ts';
import { type Block, paragraph } from './blocks.ts';
import { callBlocks } from './kinds/call.ts';
import { type FieldsAre, formBlocks } from './kinds/form.ts';
import { proposalBlocks, reportsBlocks } from './kinds/lists.ts';
import { noticeBlocks } from './kinds/notice.ts';
import { receiptBlocks } from './kinds/receipt.ts';
import { routineBlocks } from './kinds/routine.ts';
import { askBlocks, confirmBlocks, menuBlocks, sayBlocks } from './kinds/spoken.ts';
import { SLACK_LIMITS } from './limits.ts';
import { type Sign, signedBlocks, spentBlocks } from './signed.ts';
import { escaped } from './text.ts';

/** What `chat.postMessage` and `chat.update` are given. */
export interface SlackMessage {
  /** For notifications, and for clients without blocks. Escaped: Slack reads it as mrkdwn. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * A message in Block Kit, shortened with a notice if Slack would refuse it for its size.
 * @param sign what its buttons say of where they belong. With it a form opens a view; without, nobody could answer one,
 * so its fields stand in the message.
 */
export function slackBlocks(message: Message, sign?: Sign): SlackMessage {
  const render = (each: Message): readonly Block[] =>
    sign === undefined ? blocksOf(each, 'inline') : signedBlocks(blocksOf(each, 'dialog'), sign);
  return { text: notice(plainText(message)), blocks: fitting(message, render, fits) };
}

/** Several messages as one that nobody can answer: all whole if Slack takes that, else each within its share. */
export function slackBlocksOf(messages: readonly Message[]): SlackMessage {
  const shared = (share: number): readonly Block[] =>
    messages.flatMap((message) =>
      fitting(
        message,
        (each) => blocksOf(each, 'inline'),
        (blocks) => fits(blocks, share),
      ),
    );
  const [whole, parts] = [shared(1), () => shared(messages.length)];
  return {
    text: notice(messages.map(plainText).join('\n\n')),
    blocks: fits(whole) ? whole : parts().slice(0, SLACK_LIMITS.blocks),
  };
}

/** A message that was answered, as it is now. `chosen`: what was chosen; null if it came too late to do anything. */
export function spentSlackBlocks(message: Message, chosen: string | null): SlackMessage {
  const render = (each: Message): readonly Block[] => spentBlocks(blocksOf(each, 'dialog'), chosen);
  const words = chosen === null ? plainText(message) : `${plainText(message)}\n✓ ${chosen}`;
  return { text: notice(words), blocks: fitting(message, render, fits) };
}

/**
 * The same in words, for where its blocks are refused: nothing but plain paragraphs, the choices numbered, and the number
 * is written. No markup: Slack reads a bare `text` as markup, and has no escape for it.
 */
export function slackWords(message: Message): SlackMessage {
  const words = cut(cleanText(numberedText(message)), SLACK_LIMITS.words);
  const blocks = paragraph(words);
  // Quotes and line ends count twice in JSON.
  return {
    text: notice(words),
    blocks: fits(blocks) ? blocks : paragraph(cut(words, SLACK_LIMITS.words / 2)),
  };
}

/** What stands in notifications, and where blocks are not shown. */
function notice(words: string): string {
  return escapedWithin(words, SLACK_LIMITS.text);
}

/** @param share by how much what Slack takes is divided */
function fits(blocks: readonly Block[], share = 1): boolean {
  const { blocks: most, characters } = SLACK_LIMITS;
  return blocks.length * share <= most && JSON.stringify(blocks).length * share <= characters;
}

/** Escapes make a text longer, so it is cut before, to what its escaped form leaves room for. */
function escapedWithin(text: string, max: number): string {
  const whole = escaped(cut(text, max));
  return whole.length <= max ? whole : escaped(cut(text, Math.floor(max / '&amp;'.length)));
}

function blocksOf(message: Message, fields: FieldsAre): readonly Block[] {
  switch (message.kind) {
    case 'say':
      return sayBlocks(message);
    case 'ask':
      return askBlocks(message);
    case 'confirm':
      return confirmBlocks(message);
    case 'call':
      return callBlocks(message);
    case 'receipt':
      return receiptBlocks(message);
    case 'routine':
      return routineBlocks(message);
    case 'reports':
      return reportsBlocks(message);
    case 'notice':
      return noticeBlocks(message);
    case 'menu':
      return menuBlocks(message);
    case 'form':
      return formBlocks(message, fields);
    case 'proposal':
      return proposalBlocks(message);
    default:
      return assertNever(message);
  }
}
