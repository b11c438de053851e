import type { LocalText } from '../organisation/language.ts';
import type { Site } from '../organisation/site.ts';

/** A notice's words that the playbook has ready. */
export interface NoticeTemplate {
  readonly id: string;
  readonly kind: 'outage' | 'maintenance';
  readonly title: LocalText;
  readonly text: LocalText;
  readonly meanwhile: LocalText;
  readonly services: readonly string[];
  readonly sites: readonly Site['id'][] | null;
  readonly routine: string | null;
  readonly wait: boolean;
}

/** A channel that gets notices because the playbook says so. */
export interface NoticeChannel {
  readonly platform: 'teams' | 'slack';
  /** The platform's id of the channel. */
  readonly channel: string;
  readonly name: string;
  readonly sites: readonly string[] | null;
  readonly services: readonly string[] | null;
  readonly kinds: readonly ('outage' | 'maintenance')[] | null;
  readonly language: string | null;
}

/** How an organisation's IT tells people of outages and windows. */
export interface NoticeRules {
  /** Roles that may write notices besides IT's desk. */
  readonly authors: readonly string[];
  /** Programs that may write notices over HTTP, each with a token of its own. */
  readonly tools: readonly string[];
  /** Whether a second person has to confirm a notice. */
  readonly secondPerson: boolean;
  /** How long before a window people are reminded, longest first. */
  readonly reminders: readonly Temporal.Duration[];
  readonly templates: ReadonlyMap<string, NoticeTemplate>;
  readonly channels: readonly NoticeChannel[];
  /** Named hours within which a window disturbs; null: none named. */
  readonly coreHours: string | null;
}

export const NOTICE_RULE_LIMITS = {
  authors: 20,
  tools: 20,
  reminders: 5,
  templates: 50,
  channels: 500,
} as const;
