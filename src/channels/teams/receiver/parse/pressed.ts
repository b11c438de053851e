import { z } from 'zod';
import { pressSigns } from '../../../spans.ts';
import { RECEIVER_LIMITS } from '../limits.ts';
import { type Activity, secondsOf } from './activity.ts';
import type { Meaning } from './meaning.ts';

const anything = z.record(z.string(), z.unknown());
const choice = z.string().min(1).max(RECEIVER_LIMITS.choice);

const invoke = z.object({
  action: z.object({ verb: z.string(), data: anything }),
  trigger: z.string().optional().catch(undefined),
});

/** What a button holds besides the fields that were filled in. */
const NOT_FIELDS = new Set(['choice', 'msteams', 'of', 'on', 'dialog']);

/** What a button says about itself; `of` and `on` are missing on none of ours. */
const button = z.object({
  choice,
  /** Whose conversation it belongs to. */
  of: z.string().max(RECEIVER_LIMITS.choice).optional().catch(undefined),
  /** The key of the message on which it stands. */
  on: z.string().max(RECEIVER_LIMITS.choice).optional().catch(undefined),
});
export type Button = z.output<typeof button>;

/** The button that an activity is about; null if it is about none. */
export function buttonOf({ value }: Pick<Activity, 'value'>): Button | null {
  const executed = invoke.safeParse(value).data?.action;
  return button.safeParse(executed?.data ?? value).data ?? null;
}

/** A message that a card sent: `Action.Submit`, or `Action.Execute` where it goes as one. Null for what was written. */
export function submitted(activity: Activity): Meaning | null {
  const executed = invoke.safeParse(activity.value).data?.action;
  if (executed !== undefined && executed.verb === 'choice') return pressed(activity, executed.data);
  const { data } = anything.safeParse(activity.value);
  return data !== undefined && 'choice' in data ? pressed(activity, data) : null;
}

/** `Action.Execute` of a card. */
export function invoked(activity: Activity): Meaning {
  if (activity.name !== 'adaptiveCard/action') return { ignored: 'an invoke that is unknown here' };
  const { data } = invoke.safeParse(activity.value);
  if (data === undefined || data.action.verb !== 'choice')
    return { ignored: 'an action that is unknown here' };
  if (data.trigger === 'automatic') return { ignored: 'a card that refreshes by itself' };
  return pressed(activity, data.action.data);
}

/** Teams may send one click several times, under other ids too. A choice of a menu can be pressed again later. */
function pressed({ replyToId, timestamp }: Activity, data: Readonly<Record<string, unknown>>): Meaning {
  const named = choice.safeParse(data.choice);
  if (!named.success) return { ignored: 'a button without a choice' };
  const fields = fieldsOf(data);
  const signs =
    replyToId === undefined ? [] : pressSigns(replyToId, named.data, fields, secondsOf(timestamp));
  return {
    what: { kind: 'pressed', choice: named.data.toWellFormed(), fields },
    signs: signs.map((sign) => sign.toWellFormed()),
  };
}

/** What was filled in; of the fields that are texts, numbers or switches. */
function fieldsOf(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const fields = Object.entries(data)
    .filter(([key]) => !NOT_FIELDS.has(key) && key.length <= RECEIVER_LIMITS.choice)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .slice(0, RECEIVER_LIMITS.fields);
  return Object.fromEntries(
    fields.map(([key, value]) => [
      key.toWellFormed(),
      String(value).slice(0, RECEIVER_LIMITS.field).toWellFormed(),
    ]),
  );
}
