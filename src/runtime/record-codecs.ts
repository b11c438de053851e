import type { Effect } from '../conversation/effects.ts';
import type { Profile, Speaker } from '../conversation/event.ts';
import type { Identity } from '../domain/people/directory.ts';
import type { Outage, OutageProposal } from '../domain/reports/outage.ts';
import type { Report } from '../domain/reports/report.ts';
import type { Json } from '../ports/store/json.ts';
import type { RecordChange } from '../ports/store/records.ts';
import { derivedName } from './names.ts';

// What is kept beyond conversations: which record each effect becomes, by what it is found, and how it is read again.

export const KINDS = {
  report: 'report',
  person: 'person',
  identity: 'identity',
  reference: 'reference',
  place: 'place',
  outage: 'outage',
  meToo: 'me-too',
  proposal: 'proposal',
  transcript: 'transcript',
  setAside: 'set-aside',
} as const;

/** The versions that a turn was computed from, by kind and id. */
export type Versions = ReadonlyMap<string, number>;

/** Whose turn it is, and when. */
export interface TurnContext {
  readonly organisation: string;
  readonly from: Speaker;
  /** What the event makes is named by it. */
  readonly reference: string;
  /** By the conversation's clock. */
  readonly at: number;
  readonly versions: Versions;
}

export function versionKey(kind: string, id: string): string {
  return `${kind}/${id}`;
}

/** The records of a turn's effects. Of several about the same record the last holds. */
export function recordsOf(effects: readonly Effect[], context: TurnContext): RecordChange[] {
  const changes = new Map<string, RecordChange>();
  for (const effect of effects) {
    const change = recordOf(effect, context);
    if (change !== null) changes.set(versionKey(change.kind, change.id), change);
  }
  return [...changes.values()];
}

function recordOf(effect: Effect, context: TurnContext): RecordChange | null {
  switch (effect.effect) {
    case 'keep-report':
      return ofReport(effect.report, context);
    case 'keep-profile':
      return ofPerson(effect.profile, context);
    case 'keep-identity':
      return ofIdentity(effect.identity, context);
    case 'me-too':
      return ofMeToo(effect.outage, context);
    case 'keep-outage':
      return ofOutage(effect.outage, context);
    case 'keep-proposal':
      return ofProposal(effect.proposal, context);
    case 'propose':
      return null;
  }
}

function ofReport(report: Report, context: TurnContext): RecordChange {
  const { user, service, site, state, at } = report;
  const keys = { user, state, ...(service !== null && { service }), ...(site !== null && { site }) };
  return guarded(KINDS.report, report.id, { at, keys, body: report }, context);
}

function ofOutage(outage: Outage, context: TurnContext): RecordChange {
  const keys = { state: outage.over === null ? 'open' : 'over' };
  return guarded(KINDS.outage, outage.id, { at: outage.since, keys, body: outage }, context);
}

function ofProposal(proposal: OutageProposal, context: TurnContext): RecordChange {
  const keys = { state: proposal.state };
  return guarded(KINDS.proposal, proposal.id, { at: proposal.at, keys, body: proposal }, context);
}

/** The person's own word about themselves: the last one holds, whatever conversation it was said in. */
function ofPerson(profile: Profile, { organisation, from, at }: TurnContext): RecordChange {
  return write(organisation, KINDS.person, from.user, { at, keys: {}, body: profile });
}

/** By `at` it can be seen when it has to be asked for again. */
function ofIdentity(identity: Identity, { organisation, from, at }: TurnContext): RecordChange {
  return write(organisation, KINDS.identity, from.user, { at, keys: {}, body: identity });
}

/** One person counts once for an outage, however often they say so. */
function ofMeToo(outage: string, { organisation, from, at }: TurnContext): RecordChange {
  const body = { outage, user: from.user };
  const id = derivedName(`${outage}/`, from.user);
  return write(organisation, KINDS.meToo, id, { at, keys: { outage }, body });
}

interface Content {
  readonly at: number;
  readonly keys: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A change that would hurt if it overwrote another: it must meet the version that the turn knew, or make it new. */
function guarded(kind: string, id: string, content: Content, context: TurnContext): RecordChange {
  const isNew = id.startsWith(context.reference);
  const expected = isNew ? 0 : (context.versions.get(versionKey(kind, id)) ?? 0);
  return { ...write(context.organisation, kind, id, content), expected };
}

function write(
  organisation: string,
  kind: string,
  id: string,
  { at, keys, body }: Content,
): RecordChange & { change: 'write' } {
  // Plain data by its type: what the domain keeps is JSON already.
  return { change: 'write', organisation, kind, id, at, keys, body: body as Json };
}
