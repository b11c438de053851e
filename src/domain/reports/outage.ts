import type { OutagePhase } from '../notices/notice.ts';
import type { LocalText } from '../organisation/language.ts';
import type { Millis } from '../timeline/timeline.ts';

/** An outage that IT has announced, as conversations see its notice. */
export interface Outage {
  readonly id: string;
  readonly organisation: string;
  /** What does not work; empty: it is not known which. */
  readonly services: readonly string[];
  /** Where; null is everywhere. */
  readonly sites: readonly string[] | null;
  readonly since: Millis;
  /** The latest word, in IT's own words; null: nothing more is known. */
  readonly latest: LocalText | null;
  readonly latestAt: Millis;
  /** IT has declared that it will be long: the steps for that hold (scenario A4). */
  readonly long: boolean;
  readonly over: Millis | null;
  /** Wait for more information before contacting IT. */
  readonly wait: boolean;
  /** When the next word comes; null: not said. */
  readonly nextWord: Millis | null;
  readonly phase: OutagePhase;
}

/** Several reports that may be one outage, for IT to decide. */
export interface OutageProposal {
  readonly id: string;
  readonly organisation: string;
  readonly service: string | null;
  readonly site: string | null;
  readonly at: Millis;
  /** `reports`: several within the playbook's time. `everybody`: one reporter says that nobody there can work. */
  readonly because: 'reports' | 'everybody';
  readonly reports: readonly string[];
  readonly state: 'open' | 'announced' | 'dismissed';
  /** The organisation whose reports they are, if the department serves it and it has a playbook of its own. Missing: one's own. */
  readonly from?: { readonly organisation: string; readonly name: string };
}

export const OUTAGE_LIMITS = {
  /** Reports that a proposal names. */
  reports: 50,
} as const;
