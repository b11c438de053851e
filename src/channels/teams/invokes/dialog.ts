import type { FormMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import type { Activity } from '../receiver/parse/activity.ts';
import { openingOf, submittedDialog } from '../receiver/parse/compose.ts';
import { ownerSign } from '../receiver/parse/ids.ts';
import { parsePlaced } from '../receiver/parse/parse.ts';
import type { Placed } from '../receiver/parse/placed.ts';
import { buttonOf } from '../receiver/parse/pressed.ts';
import { dialogCard } from '../render.ts';
import { type InvokeAnswer, NOT_IMPLEMENTED } from './answer.ts';
import { kept, PATIENCE_MS } from './keeping.ts';
import { type InvokeParts, languageOf } from './parts.ts';
import { messageOn } from './press.ts';
import { CLOSED, notKeptTask, taskCard, taskWords } from './task.ts';

/** Somebody wants to fill in a form (`task/fetch`): its fields stand in a dialog. */
export async function answerOpening(
  parts: InvokeParts,
  activity: Activity,
  placed: Placed,
): Promise<InvokeAnswer> {
  const language = languageOf(parts, placed);
  const opening = openingOf(activity);
  if (opening === null) return NOT_IMPLEMENTED;
  const { dialog, of, on } = opening;
  if (of !== ownerSign(placed.conversation)) return taskWords(say(language, 'channel.not-yours'));
  const message = await messageOn(parts, placed, on);
  if (message?.kind !== 'form' || message.submit.id !== dialog)
    return taskWords(say(language, 'channel.form-stale'));
  return filling(message, { of, on });
}

function filling(message: FormMessage, sign: { readonly of: string; readonly on: string }): InvokeAnswer {
  return taskCard(message.title, dialogCard(message, sign));
}

/**
 * A dialog was sent (`task/submit`): it is kept as a press of the form's button, and closed after the turn's commit. What
 * came of it is said in the chat.
 */
export async function answerSubmitted(
  parts: InvokeParts,
  activity: Activity,
  placed: Placed,
): Promise<InvokeAnswer> {
  const language = languageOf(parts, placed);
  const submitted = submittedDialog(activity);
  if (submitted === null) return NOT_IMPLEMENTED;
  const button = buttonOf(submitted);
  if (button?.of !== ownerSign(placed.conversation)) return taskWords(say(language, 'channel.not-yours'));
  const parsed = parsePlaced(submitted, placed);
  if (parsed.outcome === 'ignored') return NOT_IMPLEMENTED;
  const event = await kept(parts, parsed.inbound);
  if (event === 'not-kept') return notKeptAnswer(parts, placed);
  if (event === null) return taskWords(say(language, 'channel.form-stale'));
  const answered = await parts.engine.answered(event, PATIENCE_MS);
  if (answered === 'late') return taskWords(say(language, 'channel.later'));
  const { replies, spent } = answered;
  const isTaken = spent?.key === button.on && spent?.chosen !== null;
  const isReplaced = replies.some(({ replaces }) => replaces === button.on);
  return isTaken || isReplaced ? CLOSED : taskWords(say(language, 'channel.form-stale'));
}

function notKeptAnswer(parts: InvokeParts, placed: Placed): InvokeAnswer {
  const playbook = parts.playbooks.get(placed.organisation);
  if (playbook === undefined) return { status: 503, body: null };
  const now = parts.clock.now().toZonedDateTimeISO(playbook.timezone);
  return notKeptTask(playbook, languageOf(parts, placed), now);
}
