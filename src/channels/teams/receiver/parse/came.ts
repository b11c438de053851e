import { z } from 'zod';
import { spanSigns } from '../../../spans.ts';
import { type Activity, secondsOf } from './activity.ts';
import type { Meaning } from './meaning.ts';

/** An install is told twice, by both types of activity, within seconds. */
const SPAN_S = 600;

const member = z.object({ id: z.string() });

/** Somebody was added to a conversation, or removed from it: of interest if it is the bot. */
export function welcomed(activity: Activity): Meaning {
  const { membersAdded, membersRemoved, recipient } = activity;
  const isBot = (one: unknown): boolean => member.safeParse(one).data?.id === recipient.id;
  if (membersAdded.some(isBot)) return came(activity);
  if (membersRemoved.some(isBot)) return LEFT;
  return { ignored: 'a conversation changed, but the bot neither came nor went' };
}

/** The app was installed, upgraded or removed. */
export function installed({ action, ...activity }: Activity): Meaning {
  if (action === 'add') return came(activity);
  return action === 'remove' ? LEFT : { ignored: 'an upgrade' };
}

const LEFT: Meaning = { what: { kind: 'left' }, signs: [] };

/** One greeting an install. A later one greets again. */
function came({ timestamp }: Pick<Activity, 'timestamp'>): Meaning {
  const seconds = secondsOf(timestamp);
  return { what: { kind: 'came' }, signs: seconds === null ? [] : spanSigns('came', seconds, SPAN_S) };
}
