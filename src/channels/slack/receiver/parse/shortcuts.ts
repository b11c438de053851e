import { z } from 'zod';
import type { SlackOrganisations } from '../../organisations.ts';
import { SLACK_RECEIVER_LIMITS } from '../limits.ts';
import { guestAt, isRefused, MALFORMED } from './context.ts';
import { eventId } from './ids.ts';
import { interactionIn } from './interaction.ts';
import { textOfMrkdwn } from './mrkdwn.ts';
import { type Deed, ignored, type Parsed, type Reported, unknown } from './outcome.ts';
import { picturesOf } from './pictures.ts';
import { id, many, maybe, named, token, ts, words } from './shapes.ts';

const shortcut = z.object({ callback_id: z.string().min(1).max(255), channel: maybe(named) });

const message = z.object({
  channel: named,
  message_ts: maybe(ts),
  message: z.object({ ts: maybe(ts), user: maybe(id), bot_id: maybe(token), text: words, files: many }),
});

/** The message shortcut's name in the app's manifest. */
export const REPORT_MESSAGE = 'report_message';

/** Somebody chose something in a message's menu (`message_action`). */
export function messageShortcutFrom(value: unknown, organisations: SlackOrganisations): Parsed {
  const { data } = shortcut.safeParse(value);
  if (data === undefined) return ignored(MALFORMED);
  if (data.callback_id !== REPORT_MESSAGE) return unknown('a shortcut that is unknown here');
  const reported = reportedIn(value);
  if (reported === null) return ignored(MALFORMED);
  return direct(value, organisations, data.channel?.id ?? null, { kind: 'report', reported });
}

/** Somebody chose something of the bot's, wherever they were (`shortcut`). */
export function globalShortcutFrom(value: unknown, organisations: SlackOrganisations): Parsed {
  const { data } = shortcut.safeParse(value);
  if (data === undefined) return ignored(MALFORMED);
  const callback = data.callback_id.toWellFormed();
  return direct(value, organisations, null, { kind: 'shortcut', callback });
}

function direct(
  value: unknown,
  organisations: SlackOrganisations,
  channel: string | null,
  deed: Deed,
): Parsed {
  const interaction = interactionIn(value, organisations);
  if (typeof interaction === 'string') return ignored(interaction);
  const { context, actor, trigger } = interaction;
  if (trigger === null) return ignored(MALFORMED);
  if (isRefused(context, actor))
    return guestAt(context, actor, channel === null ? null : { channel, thread: null });
  const { organisation } = context;
  return {
    outcome: 'direct',
    ...{ id: eventId(actor.team, trigger), organisation, actor, trigger, channel, deed },
  };
}

function reportedIn(value: unknown): Reported | null {
  const { data } = message.safeParse(value);
  const at = data?.message_ts ?? data?.message.ts ?? null;
  if (data === undefined || at === null) return null;
  const { user, bot_id, text, files } = data.message;
  return {
    text: textOfMrkdwn((text ?? '').slice(0, SLACK_RECEIVER_LIMITS.text), []).toWellFormed(),
    pictures: picturesOf(files),
    author: bot_id === null ? user : null,
    channel: data.channel.id,
    ts: at,
  };
}
