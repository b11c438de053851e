import { z } from 'zod';
import { SLACK_RECEIVER_LIMITS } from '../limits.ts';
import { profile } from './actor.ts';
import { actorOf, type Context, guestAt, isRefused, MALFORMED } from './context.ts';
import type { Envelope } from './envelope.ts';
import { eventId, isDirect, signsIn } from './ids.ts';
import { textOfMrkdwn } from './mrkdwn.ts';
import { ignored, type Parsed } from './outcome.ts';
import { picturesOf } from './pictures.ts';
import { placedIn } from './placed.ts';
import { id, many, maybe, ts, words } from './shapes.ts';

const message = z.object({
  user: id,
  channel: id,
  ts,
  thread_ts: maybe(ts),
  text: words,
  files: many,
  user_profile: maybe(profile),
  user_team: maybe(id),
  source_team: maybe(id),
  team: maybe(id),
});
type Message = z.output<typeof message>;

const sort = z.object({ subtype: words, bot_id: words, user: words, channel_type: words, channel: words });

/** Messages of a subtype that people write; all others tell of something, or come from apps. */
const WRITTEN = new Set([null, 'file_share', 'me_message', 'thread_broadcast']);
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['message_changed', 'an edited message'],
  ['message_deleted', 'a deleted message'],
  ['bot_message', 'from a bot'],
]);

/** What somebody wrote to the bot alone (`message.im`). In channels only mentions count. */
export function written(context: Context, envelope: Envelope): Parsed {
  const { channel_type, channel } = sort.parse(envelope.event);
  const isAlone = channel_type === 'im' || (channel_type === null && isDirect(channel ?? ''));
  const reason = notWritten(envelope) ?? (isAlone ? null : 'a message in a channel, without a mention');
  return reason === null ? said(context, envelope) : ignored(reason);
}

/** Somebody mentioned the bot in a channel; a mention alone is a message too, without words. */
export function mentioned(context: Context, envelope: Envelope): Parsed {
  const reason = notWritten(envelope);
  return reason === null ? said(context, envelope, true) : ignored(reason);
}

function notWritten({ event, bots }: Envelope): string | null {
  const { subtype, bot_id, user } = sort.parse(event);
  if (!WRITTEN.has(subtype)) return OTHERS.get(subtype ?? '') ?? 'a message of Slack’s own';
  // Slack itself writes to bots too: “You have been removed from #…”.
  const isBot = bot_id !== null || user === 'USLACKBOT' || bots.includes(user ?? '');
  return isBot ? 'from a bot' : null;
}

function said(context: Context, { id: name, event, bots }: Envelope, isMention = false): Parsed {
  const { data } = message.safeParse(event);
  if (data === undefined) return ignored(MALFORMED);
  const actor = actorOf(context, {
    user: data.user,
    homes: [data.user_team, data.source_team, data.team],
    profile: data.user_profile,
  });
  const spot = { channel: data.channel, thread: data.thread_ts ?? data.ts };
  if (isRefused(context, actor)) return guestAt(context, actor, spot);
  const pictures = picturesOf(data.files);
  const text = wordsOf(data, isMention && bots.length === 0 ? leading(data) : bots);
  if (text === '' && pictures.length === 0 && !isMention)
    return ignored('a message without words and pictures');
  const placed = placedIn(actor, spot, context.organisation, context.organisations);
  const { organisation, conversation, from, reach } = placed;
  return {
    ...{ outcome: 'event', placed, ts: data.ts },
    inbound: {
      ...{ id: eventId(actor.team, name), organisation, conversation, from, reach, ahead: 0 },
      what: { kind: 'said', text, pictures },
      // Slack tells of one message several times, under other ids, where several subscriptions fit it.
      dedupeKeys: signsIn(conversation, [`said/${data.channel}/${data.ts}`]),
    },
  };
}

function wordsOf({ text }: Pick<Message, 'text'>, own: readonly string[]): string {
  return textOfMrkdwn((text ?? '').slice(0, SLACK_RECEIVER_LIMITS.text), own).toWellFormed();
}

/** Where Slack does not say who the bot is, a mention at the beginning is its own. */
function leading({ text }: Pick<Message, 'text'>): readonly string[] {
  const own = /^\s*<@(\w+)(?:\|[^<>]*)?>/.exec(text ?? '')?.[1];
  return own === undefined ? [] : [own];
}
