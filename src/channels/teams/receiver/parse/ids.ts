import { createHash } from 'node:crypto';
import { STORE_LIMITS } from '../../../../ports/store/limits.ts';
import type { Activity } from './activity.ts';

/** Characters of a user's id (docs/runtime.md). */
const USER = 200;

/** Characters of a sign of a conversation: enough that two in one channel never share it. */
const OWNER_SIGN = 12;

/** Who wrote: the id that all of Microsoft 365 knows them by, else Teams' own. */
export function userOf({ from }: Pick<Activity, 'from'>): string {
  return fitting(from.aadObjectId?.toLowerCase() ?? from.id, USER);
}

/** A person's own thread of talk: in a channel many talk with the bot side by side. */
export function conversationName(
  activity: Pick<Activity, 'from' | 'conversation'>,
  organisation: string,
  tenant: string,
): string {
  return path(['teams', organisation, tenant, activity.conversation.id, userOf(activity)]);
}

/** A channel or group chat as a whole, for what is said to all of it. */
export function roomName(organisation: string, tenant: string, channel: string): string {
  return path(['teams', organisation, tenant, channel]);
}

/** Where the bot is added and removed as a whole: a chat, or a team with all its channels. */
export function placeName({ conversation, channelData }: Activity, tenant: string): string {
  const { team } = channelData;
  return path(['teams', tenant, team === undefined ? conversation.id : team.id]);
}

/** A sign of whose conversation a button belongs to: in a channel everybody can press it. */
export function ownerSign(conversation: string): string {
  return createHash('sha256').update(conversation).digest('base64url').slice(0, OWNER_SIGN);
}

/**
 * Teams numbers the messages of a channel by the millisecond, each channel for itself: without the conversation, of two
 * messages at once one would be taken for the other's repetition.
 */
export function eventId({ conversation, id }: Pick<Activity, 'conversation' | 'id'>, tenant: string): string {
  return path(['teams', tenant, conversation.id, id]);
}

/** A sign by which a repetition is known, in its conversation. */
export function signIn(conversation: string, sign: string): string {
  return fitting(`${conversation}#${sign}`, STORE_LIMITS.keyCharacters);
}

/** Whether an id is the addressed bot's, or any bot's: Teams writes 28: before those of bots. */
export function isBot({ recipient }: Pick<Activity, 'recipient'>, id: string): boolean {
  return id === recipient.id || id.startsWith('28:');
}

function path(parts: readonly string[]): string {
  return fitting(
    parts.map((part) => part.replace(/[%/#]/g, encodeURIComponent)).join('/'),
    STORE_LIMITS.keyCharacters,
  );
}

/** A text that is too long for a key keeps its beginning, and gets a hash for its end. */
function fitting(text: string, max: number): string {
  if (text.length <= max) return text;
  const hash = createHash('sha256').update(text).digest('base64url');
  return `${text.slice(0, max - hash.length - 1).toWellFormed()}~${hash}`;
}
