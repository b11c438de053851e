import type { Happening } from '../../../conversation/event.ts';
import type { Message } from '../../../conversation/messages.ts';
import { notKept } from '../../../conversation/trouble.ts';
import type { Receipt } from '../../../ports/store/inbox.ts';
import { faultForLog, mayPass } from '../../../runtime/fault.ts';
import type { Inbound } from '../../../runtime/inbound.ts';
import { keepWithin } from '../../keep-within.ts';
import { sentence } from '../../sentence.ts';
import { SLACK_RECEIVER_LIMITS } from '../receiver/limits.ts';
import { directInbound, placedDirect, reportedWords } from '../receiver/parse/direct.ts';
import type { Deed, Direct, Reported } from '../receiver/parse/outcome.ts';
import { type Placed, placedIn, type Spot } from '../receiver/parse/placed.ts';
import type { Body } from '../receiver/take.ts';
import { wishOf } from './home.ts';
import { type AnswerParts, languageFor, momentIn } from './parts.ts';
import { privately, whisper } from './whisper.ts';
import { tellWho } from './who.ts';

/** The global shortcuts, by their names in the app's manifest, and what they wish for. */
export const SHORTCUTS: ReadonlyMap<string, Happening> = new Map([
  ['report_fault', { kind: 'wished', wish: 'report' }],
  ['who_to_call', { kind: 'wished', wish: 'who' }],
]);

/** Does what was asked for outside of a conversation: in the person's own, or in the response to a command. */
export async function takeDirect(parts: AnswerParts, direct: Direct): Promise<Body> {
  try {
    return await take(parts, direct);
  } catch (cause) {
    // Slack sends no command again.
    if (direct.deed.kind !== 'command' || !mayPass(cause)) throw cause;
    return notKeptHere(parts, direct) ?? Promise.reject(cause);
  }
}

async function take(parts: AnswerParts, direct: Direct): Promise<Body> {
  const { deed } = direct;
  if (deed.kind === 'command' && deed.command === 'who' && !isHelp(deed.text))
    return tellWho(parts, direct, deed.text, languageIn(parts, direct));
  const what = await meaningOf(parts, direct);
  if (what === null) return deed.kind === 'command' ? privately([help(parts, direct)]) : null;
  const desk = atDesk(parts, direct);
  if (desk !== null) {
    await keep(parts, direct, directInbound(direct, desk, what));
    return null;
  }
  const chat = await parts.api.openChat(direct.actor, direct.actor.user);
  if (chat.outcome !== 'found' && deed.kind !== 'standing') return cannot(parts, direct, chat.reason);
  const placed = placedFor(parts, direct, chat.outcome === 'found' ? chat.found : null);
  const inbound = await parts.pictures(directInbound(direct, placed, what), direct.actor);
  const receipt = await keep(parts, direct, inbound);
  if (receipt.outcome === 'new') void parts.introduce(inbound, placed);
  if (deed.kind === 'standing' && chat.outcome === 'found') void tellWhere(parts, direct, deed.spot);
  if (deed.kind !== 'command') return null;
  return privately([sentence(languageIn(parts, direct), 'channel.in-chat')]);
}

/** For what Slack sends no second time it is tried for a while. */
function keep({ engine }: AnswerParts, { deed }: Direct, inbound: Inbound): Promise<Receipt> {
  const accept = () => engine.accept(inbound);
  return deed.kind === 'command' ? keepWithin(accept, SLACK_RECEIVER_LIMITS.commandMs) : accept();
}

/** @param chat of the person with the bot; without it what stands in a channel is answered there */
function placedFor({ organisations }: AnswerParts, direct: Direct, chat: string | null): Placed {
  const { deed, actor, organisation } = direct;
  if (chat !== null) return placedDirect(direct, chat, organisations);
  if (deed.kind !== 'standing') throw new TypeError('only what stands in a channel is answered there');
  return placedIn(actor, deed.spot, organisation, organisations);
}

/** Whoever pressed something in a channel is told that the answer stands in their own chat. */
async function tellWhere(parts: AnswerParts, direct: Direct, spot: Spot): Promise<void> {
  const { team, enterprise, user } = direct.actor;
  const to = { team, enterprise, user, ...spot };
  try {
    await whisper(parts, to, sentence(languageIn(parts, direct), 'channel.in-chat'));
  } catch (cause) {
    parts.log.warn(faultForLog(cause), 'somebody could not be told where their answer is');
  }
}

/** A notice that is asked for in the channel of IT's desk is written there, where the others see it. */
function atDesk(
  { organisations }: AnswerParts,
  { actor, organisation, deed, channel }: Direct,
): Placed | null {
  if (deed.kind !== 'command' || deed.command !== 'notice' || channel === null) return null;
  const placed = placedIn(actor, { channel, thread: null }, organisation, organisations);
  return placed.from.desk ? placed : null;
}

/** What a deed is in the conversation; null where there is nothing to do but to explain. */
async function meaningOf(parts: AnswerParts, direct: Direct): Promise<Happening | null> {
  const { deed } = direct;
  switch (deed.kind) {
    case 'command':
      return ofCommand(deed);
    case 'report':
      return reportedWords(deed.reported, await sourceOf(parts, direct, deed.reported));
    case 'shortcut':
      return SHORTCUTS.get(deed.callback) ?? null;
    case 'standing':
      return { kind: 'pressed', choice: deed.choice, fields: {} };
    case 'pressed': {
      const wish = wishOf(deed.button.choice);
      return wish === null ? null : { kind: 'wished', wish };
    }
  }
}

function ofCommand({ command, text }: Extract<Deed, { kind: 'command' }>): Happening | null {
  if (isHelp(text)) return null;
  if (command === 'notice') return { kind: 'wished', wish: 'notice' };
  if (text === '') return { kind: 'wished', wish: 'report' };
  return { kind: 'said', text, pictures: [], wish: 'report' };
}

/** Any of the languages: an alias is often called by somebody who speaks another. */
function isHelp(text: string): boolean {
  return /^(?:help|hjälp|hjelp|hulp|\?)$/i.test(text.trim());
}

/** Whose a reported message is, and where it stands. What cannot be found out is left out. */
async function sourceOf(
  { api }: AnswerParts,
  { actor }: Direct,
  { author, channel, ts }: Reported,
): Promise<{ author: string; link: string }> {
  const [link, person] = await Promise.all([
    api.permalink(actor, channel, ts),
    author === null ? null : api.person(actor, author),
  ]);
  return {
    link: link.outcome === 'found' ? link.found : '',
    author: person?.outcome === 'found' ? (person.found.name ?? '') : '',
  };
}

function help(parts: AnswerParts, direct: Direct): Message {
  return sentence(languageIn(parts, direct), 'channel.command-help');
}

/** The chat cannot be opened, so nothing was kept: whoever called a command hears so, and whom to call. */
function cannot(parts: AnswerParts, direct: Direct, reason: string): Body {
  parts.log.error({ reason }, 'a chat could not be opened, so what was asked for there was not kept');
  const body = direct.deed.kind === 'command' ? notKeptHere(parts, direct) : null;
  if (body === null) throw new ChatNotOpenedError();
  return body;
}

/** That nothing was kept, and whom to call; null: there is no playbook for it. */
function notKeptHere(parts: AnswerParts, direct: Direct): Body {
  const moment = momentIn(parts, direct.organisation);
  if (moment === null) return null;
  const language = languageIn(parts, direct);
  return privately(notKept(moment.playbook, language, moment.now, 'not-kept').map(({ message }) => message));
}

/** Nobody is told anything by a press; so Slack sends it again. */
class ChatNotOpenedError extends Error {
  override readonly name = 'ChatNotOpenedError';
}

function languageIn(parts: AnswerParts, { organisation, actor, deed }: Direct) {
  const named = deed.kind === 'command' ? deed.language : null;
  return actor.locale ?? named ?? languageFor(parts, organisation, actor);
}
