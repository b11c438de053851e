import { z } from 'zod';
import { RECEIVER_LIMITS } from '../limits.ts';

/** Letters and signs, no control characters and no halves of a character: it becomes part of a key. */
const id = z
  .string()
  .min(1)
  .max(RECEIVER_LIMITS.platformId)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
const words = z.string().optional().catch(undefined);
const many = z.array(z.unknown()).default([]).catch([]);
const tenant = id.transform((text) => text.toLowerCase());

const account = z.object({
  id,
  aadObjectId: id.optional().catch(undefined),
  name: words,
});
const named = z.object({ id, name: words }).optional().catch(undefined);

const tenants = z.object({
  conversation: z.object({ tenantId: tenant.optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: tenant }).optional() }).optional(),
});

const activity = z.object({
  type: z.string(),
  id,
  from: account,
  recipient: account,
  conversation: z.object({ id, conversationType: words }),
  serviceUrl: id,
  channelData: z.object({ team: named, channel: named }).default({}).catch({}),
  locale: words,
  replyToId: id.optional().catch(undefined),
  timestamp: words,
  name: words,
  action: words,
  text: words,
  textFormat: words,
  value: z.unknown().optional(),
  attachments: many,
  entities: many,
  membersAdded: many,
  membersRemoved: many,
});

/** An activity of Teams, as far as it is of interest here. What is odd in it and can be done without is left out. */
export type Activity = z.output<typeof activity>;

/** Where an activity came from. */
export interface Addressed {
  readonly type: string;
  readonly channelId: string;
  readonly serviceUrl: string;
}

const typed = z.object({ type: z.string().min(1) });
const addressed = z.object({
  type: z.string(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(RECEIVER_LIMITS.address),
});

export function isNoActivity(value: unknown): boolean {
  return !typed.safeParse(value).success;
}

/** Whether the answer goes into the same response. */
export function isInvoke(value: unknown): boolean {
  return typed.safeParse(value).data?.type === 'invoke';
}

/** Null if it is not of Teams, or tells no address of its service: then botbuilder would check less. */
export function addressedFrom(value: unknown): Addressed | null {
  return addressed.safeParse(value).data ?? null;
}

/** The tenant in lower case; null if there is none, or two that differ. */
export function tenantOf(value: unknown): string | null {
  const { data } = tenants.safeParse(value);
  const named = [data?.channelData?.tenant?.id, data?.conversation?.tenantId].filter(
    (one) => one !== undefined,
  );
  const [first] = named;
  return first !== undefined && named.every((one) => one === first) ? first : null;
}

/** Null if what is needed is missing or malformed. */
export function activityFrom(value: unknown): Activity | null {
  return activity.safeParse(value).data ?? null;
}

/** When it happened, by Teams' clock, in s since 1970; null if that is not said. */
export function secondsOf(timestamp: string | undefined): number | null {
  try {
    return Temporal.Instant.from(timestamp ?? '').epochMilliseconds / 1000;
  } catch {
    return null;
  }
}
