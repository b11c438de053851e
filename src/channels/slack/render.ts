import { assertNever, type Message } from '../../conversation/messages.ts';
import { fitting } from '../../conversation/plain-text/budget.ts';
import { cut } from '../../conversation/plain-text/clean.ts';
import { plainText } from '../../conversation/plain-text/plain-text.ts';
import type { Block } from './blocks.ts';
import { callBlocks } from './kinds/call.ts';
import { formBlocks } from './kinds/form.ts';
import { proposalBlocks, reportsBlocks } from './kinds/lists.ts';
import { outageBlocks, receiptBlocks } from './kinds/receipt.ts';
import { routineBlocks } from './kinds/routine.ts';
import { askBlocks, confirmBlocks, menuBlocks, sayBlocks } from './kinds/spoken.ts';
import { SLACK_LIMITS } from './limits.ts';
import { escaped } from './text.ts';

/** What `chat.postMessage` and `chat.update` are given. */
export interface SlackMessage {
  /** For notifications, and for clients without blocks. Escaped: Slack reads it as mrkdwn. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A message in Block Kit, shortened with a notice if Slack would refuse it for its size. */
export function slackBlocks(message: Message): SlackMessage {
  return {
    text: escapedWithin(plainText(message), SLACK_LIMITS.text),
    blocks: fitting(message, blocksOf, fits),
  };
}

function fits(blocks: readonly Block[]): boolean {
  return blocks.length <= SLACK_LIMITS.blocks && JSON.stringify(blocks).length <= SLACK_LIMITS.characters;
}

/** Escapes make a text longer, so it is cut before, to what its escaped form leaves room for. */
function escapedWithin(text: string, max: number): string {
  const whole = escaped(cut(text, max));
  return whole.length <= max ? whole : escaped(cut(text, Math.floor(max / '&amp;'.length)));
}

function blocksOf(message: Message): readonly Block[] {
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
    case 'outage':
      return outageBlocks(message);
    case 'menu':
      return menuBlocks(message);
    case 'form':
      return formBlocks(message);
    case 'proposal':
      return proposalBlocks(message);
    default:
      return assertNever(message);
  }
}
