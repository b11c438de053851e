import type { MatterClass } from '../contacts/contact.ts';
import type { LocalText } from '../organisation/language.ts';
import type { Millis } from '../timeline/timeline.ts';

/** A contact is away, wholly or partly, from `start` until `end` (scenario D4, B3). */
export interface Absence {
  readonly contact: string;
  readonly start: Millis;
  readonly end: Millis;
  /** Reduced availability: still often reached, not surely. */
  readonly reduced: boolean;
  readonly because: LocalText | null;
  /** Who takes the calls meanwhile; null is the contact's usual stand-in. */
  readonly standIn: string | null;
  /** Reached all the same in what is critical. Missing: not. */
  readonly emergency?: boolean;
}

/** By special agreement a contact is on call (scenario D4). Null lists mean everything. */
export interface OnCallAgreement {
  readonly contact: string;
  readonly start: Millis;
  readonly end: Millis;
  readonly classes: readonly MatterClass[] | null;
  readonly services: readonly string[] | null;
  readonly sites: readonly string[] | null;
  readonly announcedTo: readonly string[];
}

/** What is announced for certain times, from the playbook and from the chat. */
export interface Announcements {
  readonly absences: readonly Absence[];
  readonly onCall: readonly OnCallAgreement[];
}
