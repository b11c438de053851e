import type { Inbound, Reach } from '../../../../runtime/inbound.ts';
import { deskOf } from '../../../../runtime/names.ts';
import { type SlackAddress, withoutThread } from '../../address.ts';
import type { SlackOrganisations } from '../../organisations.ts';
import type { Actor } from './actor.ts';
import { conversationName, isDirect, placeName, roomName } from './ids.ts';

/** The channel itself, where that is not somebody's own with the bot: notices can go there, outside of every thread. */
function roomOf(organisation: string, address: SlackAddress): Pick<Reach, 'room'> {
  const { team, channel } = address;
  if (isDirect(channel)) return {};
  const conversation = roomName(organisation, { team, channel });
  return { room: { conversation, id: channel, name: null, address: { ...withoutThread(address) } } };
}

/** Whose conversation something belongs to. */
export interface Placed extends Pick<Inbound, 'organisation' | 'conversation' | 'from'> {
  readonly actor: Actor;
  readonly address: SlackAddress;
  readonly reach: Reach;
}

/** Where something happened: in a channel always in a thread, which may be the one that its message begins. */
export interface Spot {
  readonly channel: string;
  readonly thread: string | null;
}

/** The conversation of somebody in a place. Guests do not speak for IT, wherever they write. */
export function placedIn(
  actor: Actor,
  { channel, thread: within }: Spot,
  organisation: string,
  organisations: SlackOrganisations,
): Placed {
  const { team, enterprise, user, locale } = actor;
  const thread = isDirect(channel) ? null : within;
  const isDesk = !actor.guest && organisations.deskOf({ team, enterprise, channel }) === organisation;
  const address: SlackAddress = { team, enterprise, channel, thread, user };
  return {
    ...{ organisation, actor, address },
    conversation: isDesk
      ? deskOf(organisation)
      : conversationName(organisation, { team, channel, thread, user }),
    from: { user, desk: isDesk, locale, role: null, site: null },
    // Plain data by its type.
    reach: { place: placeName(team, channel), address: { ...address }, ...roomOf(organisation, address) },
  };
}
