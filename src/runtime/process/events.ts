import { z } from 'zod';
import type { Json } from '../../ports/store/json.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { derivedName } from '../names.ts';

/** What can happen in the conversation of an aggregate with itself; `kind` tells one from another. */
export interface ProcessHappening {
  readonly kind: string;
}

/** An event of an aggregate's own conversation, as the inbox and timers keep it. */
export interface ProcessEvent<W extends ProcessHappening> {
  readonly organisation: string;
  /** The aggregate's id: a notice, an escalation, a report, an order. */
  readonly subject: string;
  /** How far the aggregate's clock is ahead of the machine's, in ms. */
  readonly ahead: number;
  readonly what: W;
}

/** How the events of one kind of process are written, and what their timers are called. */
export interface ProcessFormat<W extends ProcessHappening> {
  /** What its conversations begin with: `<channel>/<organisation>/<subject>`. */
  readonly channel: string;
  /** The name under which the subject stands in an event's body. */
  readonly field: string;
  /** Version of the bodies; those of others are dropped, and the log says so. */
  readonly schema: number;
  /** All of them: the compiler sees that none is missing, for what is not named here would be dropped. */
  readonly kinds: Readonly<Record<W['kind'], true>>;
  /**
   * The name of an event's timer in its conversation; setting the same again replaces it. Left out: its kind. What must
   * not be lost to another of its kind has a name of its own.
   */
  readonly nameOf?: (what: W) => string;
}

/** Writes and reads the events of one kind of process. */
export class ProcessEvents<W extends ProcessHappening> {
  readonly #format: ProcessFormat<W>;
  readonly #kept: z.ZodType<unknown>;

  constructor(format: ProcessFormat<W>) {
    this.#format = format;
    // Enough to tell an event of another version; what is in it was written by this program.
    this.#kept = z.object({
      schema: z.literal(format.schema),
      organisation: z.string(),
      [format.field]: z.string(),
      ahead: z.number(),
      what: z.looseObject({ kind: z.enum(Object.keys(format.kinds)) }),
    });
  }

  get channel(): string {
    return this.#format.channel;
  }

  /** The conversation of an aggregate with itself. */
  conversationOf(organisation: string, subject: string): string {
    return `${this.channel}/${organisation}/${subject}`;
  }

  body({ organisation, subject, ahead, what }: ProcessEvent<W>): Json {
    const { schema, field } = this.#format;
    // Plain data by its types.
    return { schema, organisation, [field]: subject, ahead, what } as unknown as Json;
  }

  /** Reads that again; null if it is of a version that this one does not know. */
  read(body: Json): ProcessEvent<W> | null {
    const kept = this.#kept.safeParse(body).data as (Record<string, unknown> & ProcessEvent<W>) | undefined;
    if (kept === undefined) return null;
    const { organisation, ahead, what } = kept;
    return { organisation, subject: String(kept[this.#format.field]), ahead, what };
  }

  /**
   * A timer of the aggregate's own conversation; setting it again replaces it.
   * @param dueAt by the machine's clock, in ms
   */
  timer(event: ProcessEvent<W>, dueAt: number): TimerChange {
    const conversation = this.conversationOf(event.organisation, event.subject);
    const name = this.#format.nameOf?.(event.what) ?? event.what.kind;
    return {
      ...{ change: 'set', conversation, dueAt: Math.ceil(dueAt), body: this.body(event) },
      id: timerId(conversation, name),
    };
  }

  /** Takes a timer back, by the name of what it would have told. */
  cancel(organisation: string, subject: string, name: string): TimerChange {
    return { change: 'cancel', id: timerId(this.conversationOf(organisation, subject), name) };
  }
}

/** Each conversation of an aggregate has one timer of a name. */
export function timerId(conversation: string, name: string): string {
  return derivedName(`${name}/`, conversation);
}
