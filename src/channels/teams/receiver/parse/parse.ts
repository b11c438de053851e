import type { Inbound } from '../../../../runtime/inbound.ts';
import { type Activity, activityFrom, type OrganisationOf, tenantOf } from './activity.ts';
import { installed, welcomed } from './came.ts';
import { conversationName, eventId, isBot, signIn, userOf } from './ids.ts';
import { languageFrom } from './language.ts';
import type { Meaning } from './meaning.ts';
import { invoked, submitted } from './pressed.ts';
import { said } from './said.ts';

/** An event for the inbox, or why there is none. A reason holds nothing of what was sent. */
export type Parsed =
  | { readonly outcome: 'event'; readonly inbound: Inbound }
  | { readonly outcome: 'ignored'; readonly reason: string };

/** What each type of activity means. Every other is ignored. */
const MEANINGS: ReadonlyMap<string, (activity: Activity) => Meaning> = new Map([
  ['message', (activity) => submitted(activity) ?? said(activity)],
  ['invoke', invoked],
  ['conversationUpdate', welcomed],
  ['installationUpdate', installed],
  ['typing', () => ({ ignored: 'somebody is typing' })],
  ['messageReaction', () => ({ ignored: 'a reaction' })],
  ['messageUpdate', () => ({ ignored: 'an edited message' })],
  ['messageDelete', () => ({ ignored: 'a deleted message' })],
]);

/** Makes an event of an activity that was verified. Pure, and never throws. */
export function parseActivity(value: unknown, organisationOf: OrganisationOf): Parsed {
  const activity = activityFrom(value);
  const tenant = tenantOf(value);
  if (activity === null || tenant === null)
    return ignored('something that is needed is missing or malformed');
  if (isBot(activity, activity.from.id)) return ignored('from a bot');
  const organisation = organisationOf(tenant);
  if (organisation === null) return ignored('no organisation has this tenant');
  const meaning = meaningOf(activity);
  if ('ignored' in meaning) return ignored(meaning.ignored);
  const conversation = conversationName(activity, organisation, tenant);
  return {
    outcome: 'event',
    inbound: {
      id: eventId(activity, tenant),
      organisation,
      conversation,
      from: {
        user: userOf(activity),
        desk: false,
        locale: languageFrom(activity.locale),
        role: null,
        site: null,
      },
      what: meaning.what,
      ahead: 0,
      ...(meaning.signs.length > 0 && {
        dedupeKeys: meaning.signs.map((sign) => signIn(conversation, sign)),
      }),
    },
  };
}

function meaningOf(activity: Activity): Meaning {
  return MEANINGS.get(activity.type)?.(activity) ?? { ignored: 'nothing that is known here' };
}

function ignored(reason: string): Parsed {
  return { outcome: 'ignored', reason };
}
