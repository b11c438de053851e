import type { Identity } from '../domain/people/directory.ts';
import type { Outage, OutageProposal } from '../domain/reports/outage.ts';
import type { Report } from '../domain/reports/report.ts';
import type { Profile } from './event.ts';

/** What a turn wants kept or told beyond its replies. It is done in the same commit, or not at all. */
export type Effect =
  | { readonly effect: 'keep-report'; readonly report: Report }
  | { readonly effect: 'keep-profile'; readonly profile: Profile }
  /** Who the speaker is, by the platform's directory. */
  | { readonly effect: 'keep-identity'; readonly identity: Identity }
  /** The speaker is hit by a known outage too; said twice it counts once. */
  | { readonly effect: 'me-too'; readonly outage: string }
  | { readonly effect: 'keep-outage'; readonly outage: Outage }
  | { readonly effect: 'keep-proposal'; readonly proposal: OutageProposal }
  /** Puts a proposal before IT's desk. */
  | { readonly effect: 'propose'; readonly proposal: OutageProposal };
