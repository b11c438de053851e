import { assertNever, type Message } from '../messages.ts';
import { WHOLE } from './budget.ts';
import { callLines } from './lines/call.ts';
import { formLines, menuLines } from './lines/menu.ts';
import { noticeLines } from './lines/notice.ts';
import { receiptLines } from './lines/receipt.ts';
import { proposalLines, reportsLines } from './lines/reports.ts';
import { routineLines } from './lines/routine.ts';
import { askLines, textLines } from './lines/spoken.ts';
import { shorten } from './shorten/shorten.ts';

/** Lines that belong together; an empty line stands between blocks. */
export type Block = readonly string[];

/** The whole meaning of a message as lines of plain text, without its choices. */
export function plainText(message: Message): string {
  return joined(linesOf(shorten(message, WHOLE)));
}

/** The same with the choices numbered, for where nothing can be pressed: the number is written instead. */
export function numberedText(message: Message): string {
  const short = shorten(message, WHOLE);
  return joined([...linesOf(short), short.choices.map(({ label }, i) => `${i + 1}. ${label}`)]);
}

function joined(blocks: readonly Block[]): string {
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function linesOf(message: Message): readonly Block[] {
  switch (message.kind) {
    case 'say':
    case 'confirm':
      return textLines(message);
    case 'ask':
      return askLines(message);
    case 'call':
      return callLines(message);
    case 'receipt':
      return receiptLines(message);
    case 'routine':
      return routineLines(message);
    case 'reports':
      return reportsLines(message);
    case 'notice':
      return noticeLines(message);
    case 'menu':
      return menuLines(message);
    case 'form':
      return formLines(message);
    case 'proposal':
      return proposalLines(message);
    default:
      return assertNever(message);
  }
}
