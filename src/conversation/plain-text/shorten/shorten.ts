import { assertNever, type Message } from '../../messages.ts';
import type { Budget } from '../budget.ts';
import { shortCall } from './call.ts';
import { shortForm } from './form.ts';
import { shortProposal, shortReports } from './lists.ts';
import { shortNotice } from './notice.ts';
import { shortReceipt } from './receipt.ts';
import { shortRoutine } from './routine.ts';
import { Shortener } from './shortener.ts';
import { shortAsk, shortMenu, shortText } from './spoken.ts';

/**
 * The same message with its texts cleaned and within a budget. Numbers to call, addresses and ids are left as they are;
 * whatever is left out is said.
 * @param lines see `Shortener`
 */
export function shorten(message: Message, budget: Budget, lines?: Map<string, string>): Message {
  const to = new Shortener(message.language, budget, lines);
  const short = shortBody(message, to);
  return { ...short, choices: short.choices.map((choice) => to.choice(choice)) };
}

function shortBody(message: Message, to: Shortener): Message {
  switch (message.kind) {
    case 'say':
    case 'confirm':
      return shortText(message, to);
    case 'ask':
      return shortAsk(message, to);
    case 'call':
      return shortCall(message, to);
    case 'receipt':
      return shortReceipt(message, to);
    case 'routine':
      return shortRoutine(message, to);
    case 'reports':
      return shortReports(message, to);
    case 'notice':
      return shortNotice(message, to);
    case 'menu':
      return shortMenu(message, to);
    case 'form':
      return shortForm(message, to);
    case 'proposal':
      return shortProposal(message, to);
    default:
      return assertNever(message);
  }
}
