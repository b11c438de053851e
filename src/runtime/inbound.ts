import { z } from 'zod';
import type { Happening, Room, Speaker } from '../conversation/event.ts';
import type { InboundEvent } from '../ports/store/inbox.ts';
import type { Json } from '../ports/store/json.ts';

/** How a channel can write to a conversation by itself. Kept with the conversation; the channel alone reads it. */
export interface Reach {
  /** Where the bot was added, and can be removed: a personal chat, a group chat, a team. */
  readonly place: string;
  readonly address: Json;
  /** The channel or group chat, where others read along; missing in a chat with one person. */
  readonly room?: Room & { readonly address: Json };
}

/** What a channel hands over once it has verified and parsed a request. */
export interface Inbound {
  /** The platform's id, made unique by its channel: `web/…`, `teams/<tenant>/<conversation>/<activity>`. */
  readonly id: string;
  readonly organisation: string;
  /** `<channel>/<organisation>/…`; IT's desk of an organisation is `desk/<organisation>`. */
  readonly conversation: string;
  readonly from: Speaker;
  readonly what: Happening;
  /**
   * How far the conversation's clock is ahead of the machine's, in ms: 0 but in the playground, where another day can
   * be tried.
   */
  readonly ahead: number;
  /** Further signs by which a repetition is known. */
  readonly dedupeKeys?: readonly string[];
  /** For channels that have to know where to write to; the latest one holds. At most 16 KB. */
  readonly reach?: Reach;
}

/** What the inbox and timers keep of an event; the rest of it is the store's own. */
export type KeptInbound = Pick<Inbound, 'organisation' | 'from' | 'what' | 'ahead' | 'reach'>;

/** All of them: the compiler sees that none is missing, for what is not named here would be dropped. */
const HAPPENINGS: Readonly<Record<Happening['kind'], true>> = {
  said: true,
  pressed: true,
  wished: true,
  came: true,
  left: true,
  introduced: true,
  due: true,
  'not-due': true,
  proposed: true,
  decided: true,
  'to-confirm': true,
  'mail-asked': true,
  'mail-confirmed': true,
  'mail-ended': true,
  'escalation-news': true,
  case: true,
  'case-news': true,
  spread: true,
  'word-due': true,
  'going-out': true,
  solved: true,
  'works-again': true,
  order: true,
  'order-refused': true,
  'away-news': true,
  signed: true,
  duty: true,
  paper: true,
};

const room = z
  .object({ conversation: z.string(), id: z.string(), name: z.string().nullable(), address: z.unknown() })
  .optional();

/** Enough to tell an event of another version from one that can be processed; what is in it was checked on its way in. */
const kept = z.object({
  schema: z.literal(1),
  organisation: z.string(),
  from: z.looseObject({ user: z.string(), desk: z.boolean() }),
  what: z.looseObject({ kind: z.enum(Object.keys(HAPPENINGS) as Happening['kind'][]) }),
  ahead: z.number(),
  reach: z.object({ place: z.string(), address: z.unknown(), room }).optional(),
});

/** The body of an event or a timer. */
export function keptBody({ organisation, from, what, ahead, reach }: KeptInbound): Json {
  // Plain data by its types.
  return { schema: 1, organisation, from, what, ahead, ...(reach && { reach }) } as unknown as Json;
}

/** Reads that again; null if it is of a version that this one does not know. */
export function readKept(body: Json): KeptInbound | null {
  const result = kept.safeParse(body);
  return result.success ? (result.data as unknown as KeptInbound) : null;
}

/** An event as the inbox takes it. */
export function inboundEvent(inbound: Inbound, receivedAt: number): InboundEvent {
  const { id, conversation, dedupeKeys } = inbound;
  return { id, conversation, receivedAt, body: keptBody(inbound), ...(dedupeKeys && { dedupeKeys }) };
}
