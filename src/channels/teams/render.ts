import { assertNever, type Message } from '../../conversation/messages.ts';
import { fitting } from '../../conversation/plain-text/budget.ts';
import { cut } from '../../conversation/plain-text/clean.ts';
import { plainText } from '../../conversation/plain-text/plain-text.ts';
import type { Language } from '../../domain/organisation/language.ts';
import { callData } from './data/call.ts';
import { formData } from './data/form.ts';
import { proposalData, reportsData } from './data/lists.ts';
import { outageData, receiptData } from './data/receipt.ts';
import { routineData } from './data/routine.ts';
import { askData, confirmData, menuData, sayData } from './data/spoken.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { literal } from './literal.ts';
import { expand } from './templates.ts';

/** An Adaptive Card, for an attachment of type `application/vnd.microsoft.card.adaptive`. */
export interface TeamsCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: Language;
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly { readonly type: string; readonly [property: string]: unknown }[];
}

/** A message as a card, shortened with a notice if Teams would refuse it for its size. */
export function teamsCard(message: Message): TeamsCard {
  return fitting(message, wholeCard, (card) => sizeOf(card) <= TEAMS_LIMITS.cardBytes);
}

/** The size of a card as it is sent, in bytes. */
export function sizeOf(card: TeamsCard): number {
  return Buffer.byteLength(JSON.stringify(card));
}

function wholeCard(message: Message): TeamsCard {
  const text = plainText(message);
  const frame = {
    lang: message.language,
    fallbackText: literal(cut(text, TEAMS_LIMITS.fallback)),
    speak: literal(cut(text, TEAMS_LIMITS.spoken)),
  };
  return expand(message.kind, { ...frame, ...dataOf(message) }) as TeamsCard;
}

function dataOf(message: Message): object {
  switch (message.kind) {
    case 'say':
      return sayData(message);
    case 'ask':
      return askData(message);
    case 'confirm':
      return confirmData(message);
    case 'call':
      return callData(message);
    case 'receipt':
      return receiptData(message);
    case 'routine':
      return routineData(message);
    case 'reports':
      return reportsData(message);
    case 'outage':
      return outageData(message);
    case 'menu':
      return menuData(message);
    case 'form':
      return formData(message);
    case 'proposal':
      return proposalData(message);
    default:
      return assertNever(message);
  }
}
