import type { SlackOrganisations } from '../../organisations.ts';
import { type Context, contextOf, MALFORMED, NOBODYS } from './context.ts';
import { type Envelope, envelopeFrom } from './envelope.ts';
import { homeOpened, joined, left, REMOVALS, removed } from './membership.ts';
import { mentioned, written } from './message.ts';
import { ignored, type Parsed, unknown } from './outcome.ts';

/** What each event means. `tokens_revoked` and `app_uninstalled` are of no organisation any more. */
const MEANINGS: ReadonlyMap<string, (context: Context, envelope: Envelope) => Parsed> = new Map([
  ['message', written],
  ['app_mention', mentioned],
  ['app_home_opened', homeOpened],
  ['member_joined_channel', joined],
  ['member_left_channel', left],
  ['channel_left', left],
  ['group_left', left],
]);

/** Every type of event that means something here. */
export const EVENT_TYPES: readonly string[] = [...MEANINGS.keys(), ...REMOVALS];

/** An event of the Events API. */
export function eventFrom(payload: unknown, organisations: SlackOrganisations): Parsed {
  const envelope = envelopeFrom(payload);
  if (envelope === null) return ignored(MALFORMED);
  const gone = removed(envelope);
  if (gone !== null) return gone;
  const meaning = MEANINGS.get(envelope.type);
  if (meaning === undefined) return unknown('an event that is unknown here');
  const context = contextOf(envelope.installation, organisations);
  return context === null ? ignored(NOBODYS) : meaning(context, envelope);
}
