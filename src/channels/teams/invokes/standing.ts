import { cut } from '../../../conversation/plain-text/clean.ts';
import { say } from '../../../locales/say.ts';
import type { Answered } from '../../../runtime/engine.ts';
import type { Activity } from '../receiver/parse/activity.ts';
import { parsePlaced } from '../receiver/parse/parse.ts';
import { type Placed, personalOf } from '../receiver/parse/placed.ts';
import { type InvokeAnswer, NOT_IMPLEMENTED, wordsAnswer } from './answer.ts';
import { kept, notKeptAnswer, PATIENCE_MS } from './keeping.ts';
import { type InvokeParts, languageOf } from './parts.ts';

/** Characters of what Teams shows on a pressed card. */
const WORDS = 200;

/**
 * What may be done with any notice was pressed: it is done in the person's own chat, since everybody in a channel sees
 * the message, and hundreds of answers below it would hide it. Where that chat cannot be opened it is done where it was
 * pressed. The card stays as it is, and says to whoever pressed it what came of that.
 */
export async function answerStanding(
  parts: InvokeParts,
  activity: Activity,
  placed: Placed,
): Promise<InvokeAnswer> {
  const language = languageOf(parts, placed);
  const own = placed.reach.room === undefined ? null : await ownChat(parts, activity, placed);
  const parsed = parsePlaced(activity, own ?? placed);
  if (parsed.outcome === 'ignored') return NOT_IMPLEMENTED;
  const event = await kept(parts, parsed.inbound);
  if (event === 'not-kept') return notKeptAnswer(parts, placed);
  const answered = event === null ? 'late' : await parts.engine.answered(event, PATIENCE_MS);
  const elsewhere = say(language, own === null ? 'channel.taken' : 'channel.in-chat');
  return wordsAnswer(answered === 'late' ? elsewhere : (wordsOf(answered) ?? elsewhere));
}

/** A sentence is said on the card as well; what is longer is only pointed to. */
function wordsOf({ replies }: Answered): string | null {
  const [first] = replies;
  if (replies.length !== 1 || first?.message.kind !== 'say') return null;
  return cut(first.message.text, WORDS);
}

/** The person's own chat with the bot; null if it cannot be opened: the app may not be installed there. */
async function ownChat(parts: InvokeParts, activity: Activity, { tenant }: Placed): Promise<Placed | null> {
  const { serviceUrl, recipient, from } = activity;
  const who = { bot: recipient.id, member: from.id, tenant };
  const opened = await parts.connector.openPersonal(serviceUrl, who);
  if (opened.outcome !== 'opened') {
    const { outcome, reason } = opened;
    parts.log.info(
      { outcome, reason },
      'a chat could not be opened; what was pressed is answered where it was',
    );
    return null;
  }
  return personalOf(activity, tenant, opened.conversation, parts.organisations);
}
