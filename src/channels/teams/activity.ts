import type { Message } from '../../conversation/messages.ts';
import { fitting } from '../../conversation/plain-text/budget.ts';
import { cut } from '../../conversation/plain-text/clean.ts';
import { numberedText, plainText } from '../../conversation/plain-text/plain-text.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { literal } from './literal.ts';
import { type TeamsCard, teamsCard } from './render.ts';
import { type Sign, spentCard } from './signed.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A message for the connector. */
export interface TeamsMessage {
  readonly type: 'message';
  readonly [property: string]: unknown;
}

/** A message as a card. Its beginning as text is what a notification and the list of chats show. */
export function cardMessage(message: Message, sign: Sign): TeamsMessage {
  return withCard(message, teamsCard(message, sign));
}

/** A message that was answered, as the card that it is now. */
export function spentMessage(message: Message, sign: Sign, chosen: string | null): TeamsMessage {
  return withCard(message, spentCard(teamsCard(message, sign), chosen));
}

/**
 * The same in words, for where no card can be shown: its choices are numbered, and the number is written. Texts are
 * shortened where they are too long, never the choices.
 */
export function textMessage(message: Message): TeamsMessage {
  return {
    ...{ type: 'message', textFormat: 'plain', locale: message.language },
    text: fitting(message, (each) => literal(numberedText(each)), fits),
  };
}

function fits(text: string): boolean {
  return Buffer.byteLength(JSON.stringify(text)) <= TEAMS_LIMITS.textBytes;
}

function withCard(message: Message, card: TeamsCard): TeamsMessage {
  return {
    ...{ type: 'message', locale: message.language },
    summary: cut(literal(plainText(message)), TEAMS_LIMITS.summary),
    attachments: [{ contentType: CARD, content: card }],
  };
}
