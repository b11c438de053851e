import { isForWhoever } from '../../../../conversation/for-whoever.ts';
import type { Inbound } from '../../../../runtime/inbound.ts';
import type { Activity } from './activity.ts';
import { installed, welcomed } from './came.ts';
import { eventId, ownerSign, signIn } from './ids.ts';
import type { Meaning } from './meaning.ts';
import type { Placed } from './placed.ts';
import { buttonOf, invoked, submitted } from './pressed.ts';
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

/** Makes an event of an activity that was verified, and whose conversation is known. Pure, and never throws. */
export function parsePlaced(activity: Activity, placed: Placed): Parsed {
  const meaning = meaningOf(activity, placed);
  if ('ignored' in meaning) return ignored(meaning.ignored);
  const { organisation, conversation, from, reach, tenant } = placed;
  return {
    outcome: 'event',
    inbound: {
      ...{
        id: eventId(activity, tenant),
        organisation,
        conversation,
        from,
        what: meaning.what,
        ahead: 0,
        reach,
      },
      ...(meaning.signs.length > 0 && {
        dedupeKeys: meaning.signs.map((sign) => signIn(conversation, sign)),
      }),
    },
  };
}

/** A button of somebody else's conversation means nothing in one's own, though it may be named alike. */
function meaningOf(activity: Activity, { conversation }: Placed): Meaning {
  const meaning = MEANINGS.get(activity.type)?.(activity) ?? { ignored: 'nothing that is known here' };
  if (!('what' in meaning) || meaning.what.kind !== 'pressed') return meaning;
  // What may be done with a notice stands on one message for everybody; with a ping it is decided who may.
  if (isForWhoever(meaning.what.choice)) return meaning;
  const of = buttonOf(activity)?.of;
  const isForeign = of !== undefined && of !== ownerSign(conversation);
  return isForeign ? { ignored: 'a button of another conversation' } : meaning;
}

function ignored(reason: string): Parsed {
  return { outcome: 'ignored', reason };
}
