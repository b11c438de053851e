import type { PhoneInWords } from '../words/phone.ts';

/** A contact as it is shown. */
export interface ContactInWords {
  readonly role: string;
  readonly phone: PhoneInWords | null;
  readonly extension: string | null;
  readonly email: string | null;
  readonly url: string | null;
  /** Where to go, the note, how sure it is, or that the number is not shown. */
  readonly remarks: readonly string[];
  readonly until: string;
}

/** A step as it is shown. */
export interface StepInWords {
  /** "If nobody answers within 10 minutes", for all but the first. */
  readonly lead: string | null;
  readonly heading: string;
  readonly remarks: readonly string[];
  readonly contacts: readonly ContactInWords[];
  /** When a report counts as received; null where there is nothing to report to. */
  readonly receipt: string | null;
}

/** The answer to "who do I call now?" in a person's words. Plain text throughout: each channel escapes it. */
export interface AnswerInWords {
  readonly title: string;
  readonly matter: string;
  readonly status: string;
  /** Open for certain, open with limits (half day, often reached), or shut. */
  readonly tone: 'open' | 'limited' | 'shut';
  readonly emergency: { readonly text: string; readonly phone: PhoneInWords } | null;
  /** That it is answered from memory; and who was passed over because nobody of their step is there now. */
  readonly skipped: readonly string[];
  readonly steps: readonly StepInWords[];
  /** The last fallback, when it is not the answer already. */
  readonly last: { readonly heading: string; readonly contact: ContactInWords } | null;
  readonly holds: string;
  readonly asOf: string;
}
