import { STORE_LIMITS } from '../../../../ports/store/limits.ts';

/** Whether a channel is somebody's own with the bot. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** A person's own thread of talk: in a channel many talk with the bot side by side. */
export function conversationName(
  organisation: string,
  {
    team,
    channel,
    thread,
    user,
  }: Readonly<Record<'team' | 'channel' | 'user', string>> & {
    readonly thread: string | null;
  },
): string {
  const place = thread === null ? channel : `${channel}:${thread}`;
  return ['slack', organisation, team, place, user].join('/');
}

/** A channel as a whole, for what is said to all of it. */
export function roomName(
  organisation: string,
  { team, channel }: Readonly<Record<'team' | 'channel', string>>,
): string {
  return ['slack', organisation, team, channel].join('/');
}

/** Where the bot is added and removed as a whole. */
export function placeName(team: string, channel: string): string {
  return `slack/${team}/${channel}`;
}

/** @param name Slack's own: `event_id` of an event, `trigger_id` of what somebody pressed or called */
export function eventId(team: string, name: string): string {
  return `slack/${team}/${name}`;
}

/** A sign by which a repetition is known, in its conversation. Ids are short; a choice that is not has no sign. */
export function signsIn(conversation: string, signs: readonly string[]): readonly string[] {
  return signs
    .map((sign) => `${conversation}#${sign}`.toWellFormed())
    .filter((sign) => sign.length <= STORE_LIMITS.keyCharacters);
}
