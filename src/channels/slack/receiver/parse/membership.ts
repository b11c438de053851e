import { z } from 'zod';
import type { Happening } from '../../../../conversation/event.ts';
import { type Actor, profile } from './actor.ts';
import { actorOf, type Context, isRefused, MALFORMED } from './context.ts';
import type { Envelope } from './envelope.ts';
import { eventId, isDirect, signsIn } from './ids.ts';
import { ignored, type Parsed, type Removed } from './outcome.ts';
import { placedIn } from './placed.ts';
import { id, maybe, words } from './shapes.ts';

const opened = z.object({ user: id, channel: maybe(id), tab: words, user_profile: maybe(profile) });
const membership = z.object({ user: maybe(id), channel: id, inviter: maybe(id), actor_id: maybe(id) });
const revoked = z.object({ tokens: z.object({ bot: maybe(z.array(id)) }) });

/** Somebody opened the bot's page, or for the first time their chat with it. */
export function homeOpened(context: Context, envelope: Envelope): Parsed {
  const { data } = opened.safeParse(envelope.event);
  if (data === undefined) return ignored(MALFORMED);
  const actor = actorOf(context, { user: data.user, homes: [], profile: data.user_profile });
  const refused = isRefused(context, actor);
  if (data.tab !== 'messages') return { outcome: 'home', organisation: context.organisation, actor, refused };
  if (refused || data.channel === null || !isDirect(data.channel))
    return ignored('a chat was opened that is not for the bot');
  // Every opening is told; one greeting is enough.
  return happened(context, envelope, actor, data.channel, { kind: 'came' }, ['came']);
}

/** Somebody was added to a channel: of interest if it is the bot. Whoever did that is greeted. */
export function joined(context: Context, envelope: Envelope): Parsed {
  const { data } = membership.safeParse(envelope.event);
  if (data === undefined) return ignored(MALFORMED);
  if (data.user === null || !envelope.bots.includes(data.user))
    return ignored('somebody joined a channel, and it is not the bot');
  const actor = actorOf(context, { user: data.inviter ?? data.user, homes: [], profile: null });
  return happened(context, envelope, actor, data.channel, { kind: 'came' }, []);
}

/** The bot was removed from a channel (`channel_left`, `group_left`), or somebody else was. */
export function left(context: Context, envelope: Envelope): Parsed {
  const { data } = membership.safeParse(envelope.event);
  if (data === undefined) return ignored(MALFORMED);
  const who = envelope.type === 'member_left_channel' ? data.user : (envelope.bots[0] ?? data.actor_id);
  const isBot = envelope.type !== 'member_left_channel' || envelope.bots.includes(who ?? '');
  if (!isBot || who === null) return ignored('somebody left a channel, and it is not the bot');
  const actor = actorOf(context, { user: who, homes: [], profile: null });
  return happened(context, envelope, actor, data.channel, { kind: 'left' }, []);
}

/** The events that tell of it. */
export const REMOVALS: readonly string[] = ['app_uninstalled', 'tokens_revoked'];

/** The app was removed, or some of its tokens were revoked. */
export function removed({ type, event, installation }: Envelope): Removed | null {
  if (type === 'app_uninstalled') return { outcome: 'removed', ...installation, by: 'uninstalled', bots: [] };
  if (type !== 'tokens_revoked') return null;
  const bots = revoked.safeParse(event).data?.tokens.bot ?? [];
  return { outcome: 'removed', ...installation, by: 'revoked', bots };
}

function happened(
  { organisation, organisations }: Context,
  { id: name }: Envelope,
  actor: Actor,
  channel: string,
  what: Happening,
  signs: readonly string[],
): Parsed {
  const placed = placedIn(actor, { channel, thread: null }, organisation, organisations);
  const { conversation, from, reach } = placed;
  return {
    ...{ outcome: 'event', placed, ts: null },
    inbound: {
      ...{ id: eventId(actor.team, name), organisation, conversation, from, reach, what, ahead: 0 },
      ...(signs.length > 0 && { dedupeKeys: signsIn(conversation, signs) }),
    },
  };
}
