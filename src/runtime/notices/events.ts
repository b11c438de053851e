import { z } from 'zod';
import type { NoticeCommand } from '../../domain/notices/commands.ts';
import type { News } from '../../domain/notices/ledger.ts';
import type { Author } from '../../domain/notices/notice.ts';
import type { Json } from '../../ports/store/json.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { derivedName, noticeProcessOf } from '../names.ts';

/** What happens in the conversation of a notice with itself. */
export type ProcessHappening =
  /** A revision that people are to see was committed. */
  | { readonly kind: 'changed'; readonly revision: number; readonly news: News }
  /** The next portion of a revision's destinations. */
  | { readonly kind: 'portion'; readonly revision: number }
  /** Something of it falls due. */
  | { readonly kind: 'tick' }
  /** A command from outside of any conversation. `notice` null: it makes one. */
  | {
      readonly kind: 'commanded';
      readonly command: NoticeCommand;
      readonly by: Author;
      readonly isNew: boolean;
    }
  /** What of the present revision failed is tried again. */
  | { readonly kind: 'retry' }
  /** Those who have not read it are reminded. */
  | { readonly kind: 'remind' }
  /** Time to tell the author how it goes out. */
  | { readonly kind: 'progress' };

/** An event of a notice's own conversation, as the inbox and timers keep it. */
export interface ProcessEvent {
  readonly organisation: string;
  readonly notice: string;
  /** How far the notice's clock is ahead of the machine's, in ms. */
  readonly ahead: number;
  readonly what: ProcessHappening;
}

const HAPPENINGS = [
  'changed',
  'portion',
  'tick',
  'commanded',
  'retry',
  'remind',
  'progress',
] as const satisfies ProcessHappening['kind'][];

/** Enough to tell an event of another version; what is in it was written by this program. */
const kept = z.object({
  schema: z.literal(1),
  organisation: z.string(),
  notice: z.string(),
  ahead: z.number(),
  what: z.looseObject({ kind: z.enum(HAPPENINGS) }),
});

export function processBody(event: ProcessEvent): Json {
  // Plain data by its types.
  return { schema: 1, ...event } as unknown as Json;
}

/** Reads that again; null if it is of a version that this one does not know. */
export function readProcessEvent(body: Json): ProcessEvent | null {
  const result = kept.safeParse(body);
  return result.success ? (result.data as unknown as ProcessEvent) : null;
}

/**
 * A timer of a notice's own conversation; setting it again replaces it.
 * @param dueAt by the machine's clock, in ms
 */
export function processTimer(event: ProcessEvent, dueAt: number): TimerChange {
  const conversation = noticeProcessOf(event.organisation, event.notice);
  return {
    ...{ change: 'set', conversation, dueAt: Math.ceil(dueAt), body: processBody(event) },
    id: timerId(conversation, nameOf(event.what)),
  };
}

/** Each revision has a timer of its own: what it was to be told with must not be lost. */
function nameOf(what: ProcessHappening): string {
  return what.kind === 'changed' ? `changed-${what.revision}` : what.kind;
}

export function timerId(conversation: string, name: string): string {
  return derivedName(`${name}/`, conversation);
}
