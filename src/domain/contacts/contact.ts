import type { HoursNotation, Span } from '../hours/notation.ts';
import type { HoursState } from '../hours/schedule.ts';
import type { LocalText } from '../organisation/language.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** How a report is received: by talking to somebody, or by having been sent (scenario D2). */
export type Receipt = 'spoken' | 'sent';
/** How urgent a matter is by the organisation's own rules. */
export type MatterClass = 'critical' | 'normal';
export const MATTER_CLASSES: readonly MatterClass[] = ['critical', 'normal'];

/** Hours of certain days, both included (scenario B1, "unless something else is announced"). */
export interface DatedHours {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Empty: closed. */
  readonly spans: readonly Span[];
  readonly because: LocalText | null;
}

/** Somebody or something to turn to. Roles carry the names of people. */
export interface Contact {
  readonly id: string;
  readonly role: LocalText;
  /** E.164, or a short number such as 112. */
  readonly phone: string | null;
  /** The number as the organisation writes it, where that differs from the country's usual grouping. */
  readonly phoneShown: string | null;
  readonly extension: string | null;
  readonly email: string | null;
  readonly url: string | null;
  /** Where to go or look, for what has no number. */
  readonly where: LocalText | null;
  readonly note: LocalText | null;
  /** Its hours as they are written, for words; null is always. */
  readonly written: {
    readonly hours: HoursNotation | null;
    readonly often: HoursNotation | null;
    /** Dated hours that win over the others, in the order of the file. */
    readonly exceptions: readonly DatedHours[];
  };
  /** When it is answered for certain. */
  readonly hours: Timeline<HoursState>;
  /** When it is often answered, outside its hours (scenario D4). */
  readonly often: Timeline<HoursState> | null;
  /** What it may be used for; null is everything. */
  readonly usedFor: MatterClass | null;
  readonly receipt: Receipt;
  readonly authorises: ReadonlySet<'overtime'>;
  /** Who takes the calls during an absence. */
  readonly standIn: string | null;
  /** Stands for the nearest manager of whoever asks: a directory that knows them may tell name and number. */
  readonly isOwnManager: boolean;
  /** Addresses in the platforms' directories of those who hold it, in lower case (`people/holders.ts`). */
  readonly accounts: ReadonlySet<string>;
  /** The role whose people hold it, where a channel knows roles for certain; null: only one that is called as the contact. */
  readonly heldBy: string | null;
  /** Whether whoever writes from IT's desk holds it. */
  readonly isDesk: boolean;
}
