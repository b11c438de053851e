import { hash } from 'node:crypto';
import type { Effect } from '../conversation/effects.ts';
import type { Profile, Speaker } from '../conversation/event.ts';
import { withEntries } from '../domain/absence/book.ts';
import type { Signature } from '../domain/commitment/commitment.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { placeOf } from '../domain/notices/place-of.ts';
import type { Subscription } from '../domain/notices/subscription.ts';
import { isEnded, spanOf } from '../domain/notices/view.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { Identity } from '../domain/people/directory.ts';
import type { OutageProposal } from '../domain/reports/outage.ts';
import type { Report } from '../domain/reports/report.ts';
import type { Json } from '../ports/store/json.ts';
import type { RecordChange } from '../ports/store/records.ts';
import { AWAY_KIND, bookRecord, type KeptBook } from './away/book.ts';
import { endedRecord, SIGN_IN_KINDS, signInRecord } from './board/sign-in.ts';
import { derivedName } from './names.ts';

// What is kept beyond conversations: which record each effect becomes, by what it is found, and how it is read again.

export const KINDS = {
  report: 'report',
  away: AWAY_KIND,
  escalation: 'escalation',
  escalated: 'escalated',
  person: 'person',
  identity: 'identity',
  holder: 'holder',
  people: 'people',
  signature: 'signature',
  reference: 'reference',
  place: 'place',
  notice: 'notice',
  subscription: 'subscription',
  reader: 'reader',
  noticeCommand: 'notice-command',
  noticePlace: 'notice-place',
  meToo: 'me-too',
  told: 'told',
  proposal: 'proposal',
  transcript: 'transcript',
  order: 'order',
  duty: 'duty',
  paper: 'paper',
  sheet: 'sheet',
  sheets: 'sheets',
  setAside: 'set-aside',
  cancelledTimer: 'timer-cancelled',
  ...SIGN_IN_KINDS,
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
  /** Who is away; missing: the organisation keeps no absences. */
  readonly away?: KeptBook;
}

export function versionKey(kind: string, id: string): string {
  return `${kind}/${id}`;
}

/** The records of a turn's effects. Of several about the same record the last holds. */
export function recordsOf(effects: readonly Effect[], context: TurnContext): RecordChange[] {
  const changes = new Map<string, RecordChange>();
  const away = awayRecord(effects, context);
  if (away !== null) changes.set(versionKey(away.kind, away.id), away);
  for (const effect of effects) {
    const change = recordOf(effect, context);
    if (change !== null) changes.set(versionKey(change.kind, change.id), change);
  }
  return [...changes.values()];
}

function recordOf(effect: Effect, context: TurnContext): RecordChange | null {
  switch (effect.effect) {
    case 'keep-report':
    case 'keep-case':
      return ofReport(effect.report, context);
    case 'keep-profile':
      return ofPerson(effect.profile, context);
    case 'keep-identity':
      return ofIdentity(effect.identity, context);
    case 'sign':
      return ofSignature(effect.signature, context);
    case 'me-too':
      return ofMeToo(effect, context);
    case 'keep-notice':
      return ofNotice(effect.notice, context);
    case 'read-notice':
      return ofReader(effect, context);
    case 'keep-sign-in':
      return signInRecord(context.from, effect, context);
    case 'end-sign-ins':
      return endedRecord(context.from, context);
    case 'keep-subscription':
      return ofSubscription(effect.subscription, context);
    case 'drop-subscription':
      return droppedSubscription(effect.destination, context);
    case 'keep-proposal':
      return ofProposal(effect.proposal, context);
    case 'keep-away':
    case 'answer-ping':
    case 'propose':
    case 'hand-on':
    case 'do-order':
    case 'do-duty':
    case 'print-paper':
    case 'undo-duty':
    case 'ask-confirm':
    case 'retry-notice':
    case 'remind-readers':
      return null;
  }
}

/** All that a turn told of absences is one change of the book. */
function awayRecord(
  effects: readonly Effect[],
  { organisation, away, at }: TurnContext,
): RecordChange | null {
  const told = effects.flatMap((effect) => (effect.effect === 'keep-away' ? effect.entries : []));
  if (told.length === 0 || away === undefined) return null;
  return bookRecord(organisation, { ...away, book: withEntries(away.book, told, at) }, at);
}

function ofReport(report: Report, context: TurnContext): RecordChange {
  const { id, at } = report;
  return guarded(KINDS.report, id, { at, keys: reportKeys(report), body: report }, context);
}

/** By what a report is found. */
export function reportKeys({ user, service, site, state, outage }: Report): Record<string, string> {
  const tied = outage !== null && { outage };
  return { user, state, ...tied, ...(service !== null && { service }), ...(site !== null && { site }) };
}

/** Never changed: whoever signs twice meets their first signature. */
function ofSignature(signature: Signature, context: TurnContext): RecordChange {
  const { version, user, at } = signature;
  const id = derivedName(`${version}/`, user);
  const content = { at, keys: { version, copy: copyName(id) }, body: signature };
  return { ...write(context.organisation, KINDS.signature, id, content), expected: 0 };
}

/** By what the address of a copy finds what was signed: it tells nobody who signed. */
export function copyName(signature: string): string {
  return hash('sha256', signature);
}

/** Found by its state; of windows it is written anew when their time is over. */
function ofNotice(notice: Notice, context: TurnContext): RecordChange {
  const { publication, kind, id } = notice;
  const ended = isEnded(notice, context.at) ? 'ended' : 'open';
  const keys = { state: publication === 'to-confirm' ? 'waiting' : ended, kind };
  return guarded(KINDS.notice, id, { at: spanOf(notice).from, keys, body: notice }, context);
}

/** Somebody who has read a notice. */
export interface ReaderBody {
  readonly notice: string;
  readonly user: string;
  /** Missing in what was kept before names were; null: the directory does not know them. */
  readonly name?: string | null;
}

/** One person reads a notice once, however often they say so. */
function ofReader(
  { notice, name }: Extract<Effect, { effect: 'read-notice' }>,
  { organisation, from, at }: TurnContext,
): RecordChange {
  const body: ReaderBody = { notice, user: from.user, name };
  return write(organisation, KINDS.reader, readerId(notice, from.user), { at, keys: { notice }, body });
}

/** Whether somebody has read a notice is one record. */
export function readerId(notice: string, user: string): string {
  return derivedName(`${notice}/`, user);
}

/** The last word about a destination holds. */
function ofSubscription(subscription: Subscription, { organisation, at }: TurnContext): RecordChange {
  const { destination, user } = subscription;
  const place = user === null ? placeOf(subscription) : null;
  const keys = { ...(user !== null && { user }), ...(place !== null && { place }) };
  const id = subscriptionId(destination);
  return write(organisation, KINDS.subscription, id, { at, keys, body: subscription });
}

function droppedSubscription(destination: string, { organisation }: TurnContext): RecordChange {
  return {
    change: 'delete',
    organisation,
    kind: KINDS.subscription,
    id: subscriptionId(destination),
  };
}

/** Each destination has one subscription. */
export function subscriptionId(destination: string): string {
  return derivedName('', destination);
}

function ofProposal(proposal: OutageProposal, context: TurnContext): RecordChange {
  const keys = { state: proposal.state };
  const content = { at: proposal.at, keys, body: proposal };
  // Of another organisation's the last word holds: more reports may come for what was decided just before.
  return proposal.from === undefined
    ? guarded(KINDS.proposal, proposal.id, content, context)
    : write(context.organisation, KINDS.proposal, proposal.id, content);
}

/** The person's own word about themselves: the last one holds, whatever conversation it was said in. */
function ofPerson(profile: Profile, { organisation, from, at }: TurnContext): RecordChange {
  return write(organisation, KINDS.person, from.user, { at, keys: {}, body: profile });
}

/** By `at` it can be seen when it has to be asked for again. */
function ofIdentity(identity: Identity, { organisation, from, at }: TurnContext): RecordChange {
  return write(organisation, KINDS.identity, from.user, { at, keys: {}, body: identity });
}

/** Somebody who is hit by an outage too, and where they are told its end; older ones do not say where. */
export interface MeToo {
  readonly outage: string;
  readonly user: string;
  readonly conversation?: string;
  readonly language?: Language;
}

/** One person counts once for an outage, however often they say so. */
function ofMeToo(
  { outage, conversation, language }: Extract<Effect, { effect: 'me-too' }>,
  { organisation, from, at }: TurnContext,
): RecordChange {
  const body: MeToo = { outage, user: from.user, conversation, language };
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
