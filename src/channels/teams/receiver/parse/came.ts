import { z } from 'zod';
import type { Activity } from './activity.ts';
import type { Meaning } from './meaning.ts';

/** An install is told twice, by both types of activity, within seconds. */
const SPAN_S = 600;

const member = z.object({ id: z.string() });

/** Somebody was added to a conversation: of interest if it is the bot. */
export function welcomed(activity: Activity): Meaning {
  const isAdded = activity.membersAdded.some(
    (one) => member.safeParse(one).data?.id === activity.recipient.id,
  );
  return isAdded ? came(activity) : { ignored: 'a conversation changed, but the bot did not come into it' };
}

/** The app was installed, upgraded or removed. */
export function installed(activity: Activity): Meaning {
  return activity.action === 'add' ? came(activity) : { ignored: 'an upgrade or a removal' };
}

/**
 * One greeting an install: of the two spans, which change half a span apart, activities that are less than half a span
 * apart have at least one in common. A later install greets again.
 */
function came({ timestamp }: Activity): Meaning {
  const seconds = secondsOf(timestamp);
  const spans = seconds === null ? [] : [seconds, seconds + SPAN_S / 2].map((at) => Math.floor(at / SPAN_S));
  return { what: { kind: 'came' }, signs: spans.map((span, i) => `came/${i}/${span}`) };
}

function secondsOf(timestamp: string | undefined): number | null {
  try {
    return Temporal.Instant.from(timestamp ?? '').epochMilliseconds / 1000;
  } catch {
    return null;
  }
}
