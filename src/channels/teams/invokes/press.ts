import { isForWhoever } from '../../../conversation/for-whoever.ts';
import type { Message } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import type { MessageBody } from '../../../ports/sender.ts';
import type { Answered } from '../../../runtime/engine.ts';
import { deliveryOf } from '../../../runtime/names.ts';
import { sentence } from '../../sentence.ts';
import { cardMessage } from '../activity.ts';
import type { Activity } from '../receiver/parse/activity.ts';
import { ownerSign } from '../receiver/parse/ids.ts';
import { parsePlaced } from '../receiver/parse/parse.ts';
import type { Placed } from '../receiver/parse/placed.ts';
import { buttonOf } from '../receiver/parse/pressed.ts';
import { teamsCard } from '../render.ts';
import { type Sign, spentCard } from '../signed.ts';
import { cardAnswer, type InvokeAnswer, NOT_IMPLEMENTED, wordsAnswer } from './answer.ts';
import { kept, notKeptAnswer, PATIENCE_MS } from './keeping.ts';
import { type InvokeParts, languageOf } from './parts.ts';
import { answerStanding } from './standing.ts';

/** So long a card that says "one moment" is followed up. */
const LATER_MS = 600_000;

/** A button of a card was pressed: it is kept, and answered with the card as it is after the turn's commit. */
export async function answerPress(
  parts: InvokeParts,
  activity: Activity,
  placed: Placed,
): Promise<InvokeAnswer> {
  const language = languageOf(parts, placed);
  const button = buttonOf(activity);
  if (button !== null && isForWhoever(button.choice)) return answerStanding(parts, activity, placed);
  const parsed = parsePlaced(activity, placed);
  if (button?.of !== undefined && button.of !== ownerSign(placed.conversation))
    return wordsAnswer(say(language, 'channel.not-yours'));
  if (parsed.outcome === 'ignored') return NOT_IMPLEMENTED;
  const event = await kept(parts, parsed.inbound);
  if (event === 'not-kept') return notKeptAnswer(parts, placed);
  const answered = event === null ? 'late' : await parts.engine.answered(event, PATIENCE_MS);
  const sign: Sign = { of: ownerSign(placed.conversation), on: button?.on ?? '' };
  if (answered !== 'late') return afterTurn(parts, placed, sign, answered);
  if (event === null) return asItIs(parts, placed, sign);
  void followUp(parts, activity, placed, { sign, event });
  return cardAnswer(teamsCard(sentence(language, 'channel.one-moment')));
}

/** The pressed card as it is now: replaced, answered, or the same. */
async function afterTurn(
  parts: InvokeParts,
  placed: Placed,
  sign: Sign,
  { replies, spent }: Answered,
): Promise<InvokeAnswer> {
  const replacing = replies.findLast(({ replaces }) => replaces === sign.on);
  if (replacing !== undefined)
    return cardAnswer(teamsCard(replacing.message, { ...sign, on: replacing.key }));
  if (spent === null || spent.key !== sign.on) return asItIs(parts, placed, sign);
  const message = await messageOn(parts, placed, sign.on);
  if (message === null) return wordsAnswer(say(languageOf(parts, placed), 'channel.taken'));
  return cardAnswer(spentCard(teamsCard(message, sign), spent.chosen));
}

async function asItIs(parts: InvokeParts, placed: Placed, sign: Sign): Promise<InvokeAnswer> {
  const message = await messageOn(parts, placed, sign.on);
  if (message === null) return wordsAnswer(say(languageOf(parts, placed), 'channel.taken'));
  return cardAnswer(teamsCard(message, sign));
}

/** What stands on a message that was sent; null if that is too long ago. */
export async function messageOn(
  parts: Pick<InvokeParts, 'outbox'>,
  { conversation }: Pick<Placed, 'conversation'>,
  key: string,
): Promise<Message | null> {
  const delivery = key === '' ? null : await parts.outbox.delivery(deliveryOf(conversation, key));
  // Written by the runtime from this type.
  return delivery?.kind === 'message' ? (delivery.body as unknown as MessageBody).reply.message : null;
}

/** "One moment" must not stay: if nothing else takes its place, the card comes back once the turn is done. */
async function followUp(
  { engine, outbox, connector, log }: InvokeParts,
  { replyToId }: Activity,
  { address, conversation }: Placed,
  { sign, event }: { readonly sign: Sign; readonly event: string },
): Promise<void> {
  try {
    const answered = await engine.answered(event, LATER_MS);
    if (answered === 'late' || replyToId === undefined) return;
    const { replies, spent } = answered;
    if (spent?.key === sign.on || replies.some(({ replaces }) => replaces === sign.on)) return;
    const message = await messageOn({ outbox }, { conversation }, sign.on);
    if (message !== null) await connector.update(address, replyToId, cardMessage(message, sign));
  } catch (cause) {
    log.warn(
      { fault: cause instanceof Error ? cause.name : typeof cause },
      'a card could not be brought back',
    );
  }
}
