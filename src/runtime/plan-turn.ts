import type { Effect } from '../conversation/effects.ts';
import type { TurnEvent } from '../conversation/event.ts';
import type { Reply } from '../conversation/messages.ts';
import type { Spent } from '../conversation/spent.ts';
import { type ConversationState, NEW_CONVERSATION } from '../conversation/state.ts';
import { trouble } from '../conversation/trouble.ts';
import type { turn } from '../conversation/turn.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { MessageBody, SpentBody } from '../ports/sender.ts';
import type { ClaimedEvent } from '../ports/store/inbox.ts';
import type { Json } from '../ports/store/json.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { NewDelivery } from '../ports/store/outbox.ts';
import type { RecordChange } from '../ports/store/records.ts';
import type { TimerChange, Turn } from '../ports/store/turn.ts';
import type { KeptBook } from './away/book.ts';
import { awayTimers } from './away/timers.ts';
import { caseTimers, triedTimers } from './cases/timers.ts';
import { signedLetterTimers } from './commitment/letters.ts';
import { signedTimers } from './commitment/signatures.ts';
import { dutyTimers } from './duties/timers.ts';
import { escalationTimers } from './escalations/timers.ts';
import { type KeptInbound, keptBody } from './inbound.ts';
import type { KnownWithVersions } from './known.ts';
import { type Memory, storedState } from './memory.ts';
import { channelOf, deliveryOf, derivedName, referenceOf } from './names.ts';
import { noticeTimers } from './notices/timers.ts';
import { orderTimers } from './orders/timers.ts';
import { paperTimers } from './paper/timers.ts';
import type { Holder } from './people/holders.ts';
import { proposalTimers } from './proposals.ts';
import { reachHash, reachRecords, roomRecords } from './reach.ts';
import { KINDS, recordsOf } from './record-codecs.ts';
import { reminderTimer } from './reminders.ts';
import { picturesIn, saidIn, transcriptRecords } from './transcript.ts';

/** The pure core, or what stands for it in a test. */
export type TurnFunction = typeof turn;

/** An event, and all that its turn is computed from. */
export interface Job {
  readonly event: ClaimedEvent;
  readonly inbound: KeptInbound;
  readonly playbook: Playbook;
  readonly memory: Memory;
  readonly known: KnownWithVersions;
  /** Who is away; null: the organisation keeps no absences. */
  readonly away: KeptBook | null;
  /** The present instant by the machine's clock, in ms. */
  readonly now: number;
  /** Channels that keep no transcript themselves. */
  readonly transcripts: ReadonlySet<string>;
  /** Channels that take choices away once one was taken. */
  readonly spending: ReadonlySet<string>;
  /** The organisations that this one serves as their IT department. */
  readonly served: readonly string[];
  /** The one that serves it, if that has a playbook of its own. */
  readonly department: Playbook | null;
  /** Whether the bot was removed from where this happened. */
  readonly left: boolean;
  /** Where the speaker is to be written to as the holder of contacts, if that is new. */
  readonly holders: readonly RecordChange[];
  /** The speaker's nearest managers, as far as they are told that something was signed. */
  readonly managers: readonly Holder[];
}

/** What is to be committed, beyond what every turn has. */
interface Outcome {
  readonly state: ConversationState;
  readonly failures: number;
  readonly replies: readonly Reply[];
  readonly spent: Spent | null;
  readonly records: readonly RecordChange[];
  readonly timers: readonly TimerChange[];
}

/** After so many turns in a row that failed, the conversation begins anew: what it remembers may be the cause. */
const FAILURES_BEFORE_ANEW = 3;

/**
 * Runs the turn.
 * @param taken how many references of this event turned out to be taken
 * @throws what the turn throws
 */
export function planTurn(job: Job, run: TurnFunction, taken: number): Turn {
  const { event, inbound, playbook, memory, known, now } = job;
  const reference = referenceOf(event.id, taken);
  const turnEvent: TurnEvent = {
    id: event.id,
    reference,
    conversation: event.conversation,
    ...roomIn(inbound),
    from: inbound.from,
    what: inbound.what,
    known: known.known,
    ...(event.dueAt !== undefined && { late: Math.max(0, now - event.dueAt) }),
  };
  const { state, replies, effects, spent } = run(playbook, memory.state, turnEvent, momentOf(job));
  const { organisation, from } = inbound;
  const context = {
    ...{ organisation, from, reference, at: now + inbound.ahead, versions: known.versions },
    ...(job.away !== null && { away: job.away }),
  };
  return commitOf(job, {
    state,
    failures: 0,
    replies,
    spent,
    records: [...recordsOf(effects, context), ...roomAddress(job, effects), ...job.holders],
    timers: [
      reminderTimer(event.conversation, state, inbound, now),
      ...orderTimers(effects, inbound, event, now),
      ...dutyTimers(effects, inbound, event, now),
      ...paperTimers(effects, inbound, event, now),
      ...proposalTimers(effects, inbound, job, now),
      ...signedTimers(
        effects,
        playbook,
        { managers: job.managers, copy: known.known.commitment?.copy ?? null },
        { now, ahead: inbound.ahead },
      ),
      ...signedLetterTimers(effects, playbook, now),
      ...escalationTimers(effects, playbook, event.id, { now, ahead: inbound.ahead }),
      ...(inbound.what.kind === 'due'
        ? triedTimers(known.known, playbook, { now, ahead: inbound.ahead })
        : []),
      ...awayTimers(effects, organisation, { now, ahead: inbound.ahead }),
      ...caseTimers(effects, playbook, event.conversation, { now, ahead: inbound.ahead }),
      ...noticeTimers(effects, playbook, { organisation, now, ahead: inbound.ahead, served: job.served }),
    ],
  });
}

function roomIn({ reach }: KeptInbound): Pick<TurnEvent, 'room'> {
  if (reach?.room === undefined) return {};
  const { conversation, id, name } = reach.room;
  return { room: { conversation, id, name } };
}

/** The address of a room is kept once it is subscribed, and when it may have changed: with each new thread in it. */
function roomAddress({ inbound, memory, known, now }: Job, effects: readonly Effect[]): RecordChange[] {
  const isNew = effects.some(({ effect }) => effect === 'keep-subscription');
  const isMoved = inbound.reach !== undefined && reachHash(inbound.reach) !== memory.reach;
  return roomRecords(inbound, {
    at: now,
    subscribed: isNew || (isMoved && known.known.subscription !== null),
  });
}

/**
 * What is committed instead where the turn cannot be: the person is told whom to call, and the event is kept aside for
 * whoever mends the fault. What came by itself is not answered: nobody asked.
 */
export function planTrouble(job: Job): Turn {
  const { event, inbound, playbook, memory } = job;
  const failures = memory.failures + 1;
  const anew = failures >= FAILURES_BEFORE_ANEW;
  const language = memory.state.language ?? inbound.from.locale ?? playbook.languages[0];
  const key = `trouble-${referenceOf(event.id)}`;
  const kept = setAside(job, 'event', keptBody(inbound));
  return commitOf(job, {
    state: anew ? { ...NEW_CONVERSATION, turns: memory.version } : memory.state,
    failures: anew ? 0 : failures,
    spent: null,
    replies: isAsked(inbound) ? trouble(playbook, language, momentOf(job), key) : [],
    records: anew ? [...kept, ...setAside(job, 'state', memory.state as unknown as Json)] : kept,
    timers: [],
  });
}

/** The event is processed, and nothing else. */
export function planNothing({ event, memory, now }: Pick<Job, 'event' | 'memory' | 'now'>): Turn {
  const state = memory.unreadable ?? storedState({ ...memory, at: Math.max(now, memory.at) });
  return { event: event.id, conversation: event.conversation, expected: memory.version, state, at: now };
}

function commitOf(job: Job, outcome: Outcome): Turn {
  const { memory, now } = job;
  const { state, failures, replies, spent, records, timers } = outcome;
  const { event, inbound, left } = job;
  const { conversation } = event;
  const reach = inbound.reach === undefined ? memory.reach : reachHash(inbound.reach);
  const about = { at: now, hash: reach, keptHash: memory.reach, left };
  const unreadable = memory.unreadable === null ? [] : setAside(job, 'state', memory.unreadable);
  return {
    ...planNothing(job),
    state: storedState({ state, failures, reach, at: Math.max(now, memory.at) }),
    records: [
      ...records,
      ...unreadable,
      ...reachRecords(inbound, conversation, about),
      ...written(job, replies),
    ],
    deliveries: [...spentDelivery(job, spent), ...replies.map((reply) => messageDelivery(job, reply))],
    timers,
  };
}

function messageDelivery(job: Job, reply: Reply): NewDelivery {
  const body: MessageBody = { ...about(job), asked: isAsked(job.inbound), reply };
  return newDelivery(job, 'message', reply.key, body);
}

/** Takes the choices of an answered message away, where the channel does so. */
function spentDelivery(job: Job, spent: Spent | null): NewDelivery[] {
  const { event, memory, spending } = job;
  if (spent === null || !spending.has(channelOf(event.conversation))) return [];
  const body: SpentBody = { ...about(job), spent };
  return [newDelivery(job, 'spent', `spent-${memory.version + 1}`, body)];
}

function about({ event, inbound, now }: Job): { organisation: string; conversation: string; at: number } {
  return { organisation: inbound.organisation, conversation: event.conversation, at: now + inbound.ahead };
}

/** @param key unique in its conversation */
function newDelivery({ event, now }: Job, kind: string, key: string, body: object): NewDelivery {
  const { conversation } = event;
  const id = deliveryOf(conversation, key);
  return { id, destination: conversation, kind, body: body as unknown as Json, notBefore: now };
}

/** Whether somebody waits for an answer. */
function isAsked({ what }: KeptInbound): boolean {
  return ['said', 'pressed', 'wished', 'came'].includes(what.kind);
}

function written(job: Job, replies: readonly Reply[]): RecordChange[] {
  const { event, inbound, memory, now } = job;
  const { conversation } = event;
  if (!job.transcripts.has(channelOf(conversation))) return [];
  const said = saidIn(inbound.what, memory.state);
  const pictures = picturesIn(inbound.what);
  return transcriptRecords({
    organisation: inbound.organisation,
    conversation,
    number: memory.version + 1,
    at: Math.max(now, memory.at),
    entry: { id: event.id, at: now + inbound.ahead, said, pictures, replies },
  });
}

/** Keeps what could not be used, for whoever mends the fault; what is larger than a record is let go. */
function setAside({ event, inbound, now }: Job, what: 'event' | 'state', body: Json): RecordChange[] {
  if (Buffer.byteLength(JSON.stringify(body)) > STORE_LIMITS.recordBytes) return [];
  return [asideRecord(event, what, { organisation: inbound.organisation, at: now, body })];
}

/** What could not be used, for whoever mends the fault. */
export function asideRecord(
  { id, conversation }: Pick<ClaimedEvent, 'id' | 'conversation'>,
  what: 'event' | 'state',
  kept: { readonly organisation: string; readonly at: number; readonly body: Json },
): RecordChange {
  const name = { kind: KINDS.setAside, id: derivedName(`${what}/`, id) };
  return { change: 'write', ...name, keys: { conversation }, ...kept };
}

/** The instant of the turn: by the conversation's clock, in the organisation's zone. */
function momentOf({ inbound, playbook, now }: Job): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now + inbound.ahead).toZonedDateTimeISO(playbook.timezone);
}
