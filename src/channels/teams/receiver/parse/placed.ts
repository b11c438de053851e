import type { Speaker } from '../../../../conversation/event.ts';
import type { Inbound, Reach } from '../../../../runtime/inbound.ts';
import { deskOf } from '../../../../runtime/names.ts';
import { channelOfThread, type TeamsAddress, withoutThread } from '../../address.ts';
import type { TeamsOrganisations, TeamsPlace } from '../../organisations.ts';
import type { Activity } from './activity.ts';
import { conversationName, placeName, roomName, userOf } from './ids.ts';
import { languageFrom } from './language.ts';

/** Whose conversation an activity belongs to. */
export interface Placed extends Pick<Inbound, 'organisation' | 'conversation' | 'from'> {
  readonly tenant: string;
  readonly address: TeamsAddress;
  readonly reach: Reach;
}

/** Finds an activity's organisation and conversation; null if no organisation has its tenant or team. */
export function placedIn(
  activity: Activity,
  tenant: string,
  organisations: TeamsOrganisations,
): Placed | null {
  const place = placeOf(activity, tenant);
  const organisation = organisations.organisationOf(place);
  if (organisation === null) return null;
  const isDesk = organisations.deskOf(place) === organisation;
  const address = addressOf(activity, tenant);
  return {
    ...{ tenant, organisation, address },
    conversation: isDesk ? deskOf(organisation) : conversationName(activity, organisation, tenant),
    from: speakerOf(activity, isDesk),
    // Plain data by its type.
    reach: {
      place: placeName(activity, tenant),
      address: { ...address },
      ...roomOf(activity, organisation, address),
    },
  };
}

/**
 * The personal chat of whoever did something elsewhere; null if no organisation has it.
 * @param chat the id of that chat
 */
export function personalOf(
  activity: Activity,
  tenant: string,
  chat: string,
  organisations: TeamsOrganisations,
): Placed | null {
  const conversation = { id: chat, conversationType: 'personal' };
  return placedIn({ ...activity, conversation, channelData: {} }, tenant, organisations);
}

/** The channel or group chat itself: notices can go there, outside of every thread. */
function roomOf(
  { conversation: { id, conversationType }, channelData }: Activity,
  organisation: string,
  address: TeamsAddress,
): Pick<Reach, 'room'> {
  const isShared = conversationType === 'groupChat' || conversationType === 'channel';
  if (!isShared && channelData.team === undefined) return {};
  const channel = channelData.channel?.id ?? channelOfThread(id);
  const whole = { ...withoutThread(address), conversation: channel };
  const conversation = roomName(organisation, address.tenant, channel);
  const name = channelData.channel?.name ?? null;
  return { room: { conversation, id: channel, name, address: whole } };
}

function placeOf({ conversation, channelData: { team, channel } }: Activity, tenant: string): TeamsPlace {
  const isChannel = conversation.conversationType === 'channel' || team !== undefined;
  const id = channel?.id ?? (isChannel ? channelOfThread(conversation.id) : null);
  return { tenant, team: team?.id ?? null, channel: id };
}

function speakerOf(activity: Activity, desk: boolean): Speaker {
  const user = userOf(activity);
  return { user, desk, locale: languageFrom(activity.locale), role: null, site: null };
}

function addressOf({ serviceUrl, conversation, recipient, from }: Activity, tenant: string): TeamsAddress {
  return { serviceUrl, conversation: conversation.id, bot: recipient.id, user: from.id, tenant };
}
