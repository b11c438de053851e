import type { Announcements } from '../absence/announcements.ts';
import type { AwayRules } from '../absence/entry.ts';
import type { CommitmentRules } from '../commitment/commitment.ts';
import type { Contact, MatterClass } from '../contacts/contact.ts';
import type { Duty } from '../duties/duty.ts';
import type { EscalationPolicy, Route } from '../escalation/policy.ts';
import type { EscalationRules } from '../escalation/rules.ts';
import type { NoticeRules } from '../notices/rules.ts';
import type { HandOffRules } from '../orders/rules.ts';
import type { PackRules } from '../paper/pack-letters.ts';
import type { PaperRule } from '../paper/paper.ts';
import type { DirectoryRules } from '../people/rules.ts';
import type { FollowUpRules } from '../reports/life/rules.ts';
import type { Routine } from '../routines/routine.ts';
import type { MatterRule, OtherMatter, OutageRule, ReportDetail, TriageTree } from '../triage/triage.ts';
import type { OrganisationCalendar } from './calendar.ts';
import type { Language, LocalText } from './language.ts';
import type { ServedBy } from './served.ts';
import type { Service, Site } from './site.ts';

/** Who may see a page: everybody, who has the link with its key, or nobody. */
export type PageAccess = 'everybody' | 'link' | 'nobody';

/** When a matter belongs to a class, by the organisation's own rules. */
export interface ClassRule {
  /** Null: the product's own word. */
  readonly name: LocalText | null;
  /** Ids of circumstances that put a matter in this class. */
  readonly when: readonly string[];
  readonly explains: LocalText | null;
}

/** What of Microsoft Teams belongs to an organisation. */
export interface TeamsPart {
  /** Microsoft Entra tenants, GUIDs in lower case, whose people belong to it. */
  readonly tenants: readonly string[];
  /** If there are any, only these teams of the tenants. A team is known by the id of its general channel. */
  readonly teams: readonly string[];
  /** The channel where IT announces outages; whoever can write there speaks for IT. */
  readonly desk: string | null;
}

/** What of Slack belongs to an organisation. */
export interface SlackPart {
  /** Workspaces (`T…`) whose people belong to it. */
  readonly workspaces: readonly string[];
  /** Enterprise organisations (`E…`), all workspaces of which belong to it. */
  readonly enterprises: readonly string[];
  /** The channel (`C…`) where IT announces outages; whoever can write there speaks for IT. */
  readonly desk: string | null;
  /** What people get who belong to another organisation, or are guests: an answer like everybody, or a polite no. */
  readonly guests: 'answer' | 'refuse';
}

/** One organisation's rules, loaded and proven whole: every id in it leads somewhere. */
export interface Playbook {
  readonly organisation: string;
  readonly name: string;
  /** Changes with any change of the playbook's text. */
  readonly version: string;
  /** The first is the organisation's own. */
  readonly languages: readonly [Language, ...Language[]];
  /** ISO code: its public holidays are the red days, its phone numbers are read without a country code. */
  readonly country: string;
  readonly timezone: string;
  /** The number for danger to life, such as 112. */
  readonly emergency: string | null;
  readonly classes: ReadonlyMap<MatterClass, ClassRule>;
  readonly roles: ReadonlyMap<string, LocalText>;
  /** Facts that decide the class of a matter. */
  readonly circumstances: ReadonlyMap<string, LocalText>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly services: ReadonlyMap<string, Service>;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly policies: ReadonlyMap<string, EscalationPolicy>;
  readonly routes: readonly Route[];
  /** Where every question ends at last; always there. */
  readonly fallback: Contact;
  readonly announcements: Announcements;
  /** Set while the store cannot be asked: absences told in the chat after `heardAt` are not in it; null: none can be told. */
  readonly fromMemory?: { readonly heardAt: Temporal.Instant | null };
  /** What to do while a system is down, in the order of the file. */
  readonly routines: ReadonlyMap<string, Routine>;
  /** Asked about faults before the class is known; the first tree that fits is taken. */
  readonly triage: ReadonlyMap<string, TriageTree>;
  /** What is asked once it is known, in this order. */
  readonly details: readonly ReportDetail[];
  /** The circumstance that means danger to life or health; null where the rules know none. */
  readonly danger: string | null;
  readonly outageRule: OutageRule;
  readonly matters: ReadonlyMap<OtherMatter, MatterRule>;
  readonly notices: NoticeRules;
  readonly handOffs: HandOffRules;
  /** How reports are followed up; null: they are not. */
  readonly followUp: FollowUpRules | null;
  /** How what nobody has taken yet is brought to people; null: it is not. */
  readonly escalation: EscalationRules | null;
  /** How its directory is searched; null: it cannot be. */
  readonly directory: DirectoryRules | null;
  /** How absences are told in the chat; null: they are not. */
  readonly away: AwayRules | null;
  /** What everybody signs once; null: nothing. */
  readonly commitment: CommitmentRules | null;
  /** What units do again and again, in the order of the file. */
  readonly duties: ReadonlyMap<string, Duty>;
  /** What units must have on paper, in the order of the file. */
  readonly paper: ReadonlyMap<string, PaperRule>;
  /** Who gets the emergency pack by mail; null: nobody. */
  readonly pack: PackRules | null;
  readonly calendar: OrganisationCalendar;
  readonly pages: { readonly who: PageAccess; readonly routine: PageAccess; readonly status: PageAccess };
  /** Null: the playbook says nothing of Microsoft Teams. */
  readonly teams: TeamsPart | null;
  /** Null: the playbook says nothing of Slack. */
  readonly slack: SlackPart | null;
  /** The IT department with a playbook of its own that serves the organisation; null: none. */
  readonly servedBy: ServedBy | null;
}
