import { assertNever, type FormMessage, type Message } from '../../conversation/messages.ts';
import { fitting } from '../../conversation/plain-text/budget.ts';
import { cut } from '../../conversation/plain-text/clean.ts';
import { plainText } from '../../conversation/plain-text/plain-text.ts';
import type { Language } from '../../domain/organisation/language.ts';
import { callData } from './data/call.ts';
import { dialogData, type FieldsAre, formData } from './data/form.ts';
import { proposalData, reportsData } from './data/lists.ts';
import { noticeData } from './data/notice.ts';
import { receiptData } from './data/receipt.ts';
import { routineData } from './data/routine.ts';
import { askData, confirmData, menuData, sayData } from './data/spoken.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { literal } from './literal.ts';
import { rememberedCards } from './remembered-cards.ts';
import { type Sign, signedCard } from './signed.ts';
import { sizeOf } from './size.ts';
import { type CardName, expand } from './templates.ts';

const remembered = rememberedCards<TeamsCard>();

/** An Adaptive Card, for an attachment of type `application/vnd.microsoft.card.adaptive`. */
export interface TeamsCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly lang: Language;
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly { readonly type: string; readonly [property: string]: unknown }[];
}

/**
 * A message as a card, shortened with a notice if Teams would refuse it for its size.
 * @param sign what its buttons say besides; needed on all that goes to Teams itself. There the fields of a form stand in
 * a dialog; without a sign nobody could open one, so they stand on the card.
 */
export function teamsCard(message: Message, sign?: Sign): TeamsCard {
  const render = (each: Message): TeamsCard =>
    sign === undefined ? wholeCard(each, 'inline') : signedCard(wholeCard(each, 'dialog'), sign);
  return fitting(message, render, (card) => sizeOf(card) <= TEAMS_LIMITS.cardBytes);
}

/** What a dialog holds with the fields of a form, and sends. Its title stands above it. */
export function dialogCard(message: FormMessage, sign: Sign): TeamsCard {
  const render = (each: Message): TeamsCard => {
    if (each.kind !== 'form') throw new TypeError(`a form became a message of the kind ${each.kind}`);
    return signedCard(cardOf('dialog', each.language, plainText(each), dialogData(each)), sign);
  };
  return fitting(message, render, (card) => sizeOf(card) <= TEAMS_LIMITS.cardBytes);
}

/** A template filled in, with what is read aloud and what stands for it where it cannot be shown. */
export function cardOf(name: CardName, language: Language, text: string, data: object): TeamsCard {
  const frame = {
    lang: language,
    fallbackText: literal(cut(text, TEAMS_LIMITS.fallback)),
    speak: literal(cut(text, TEAMS_LIMITS.spoken)),
  };
  return expand(name, { ...frame, ...data }) as TeamsCard;
}

/** The same message makes the same card: menus and questions are sent again and again, and templates take long. */
function wholeCard(message: Message, fields: FieldsAre): TeamsCard {
  return remembered(`${fields} ${JSON.stringify(message)}`, () =>
    cardOf(message.kind, message.language, plainText(message), dataOf(message, fields)),
  );
}

function dataOf(message: Message, fields: FieldsAre): object {
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
    case 'notice':
      return noticeData(message);
    case 'menu':
      return menuData(message);
    case 'form':
      return formData(message, fields);
    case 'proposal':
      return proposalData(message);
    default:
      return assertNever(message);
  }
}
