import type { TurnEvent } from '../conversation/event.ts';
import type { Reply } from '../conversation/messages.ts';
import { type ConversationState, NEW_CONVERSATION } from '../conversation/state.ts';
import { trouble } from '../conversation/trouble.ts';
import type { turn } from '../conversation/turn.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { MessageBody } from '../ports/sender.ts';
import type { ClaimedEvent } from '../ports/store/inbox.ts';
import type { Json } from '../ports/store/json.ts';
import { STORE_LIMITS } from '../ports/store/limits.ts';
import type { NewDelivery } from '../ports/store/outbox.ts';
import type { RecordChange } from '../ports/store/records.ts';
import type { TimerChange, Turn } from '../ports/store/turn.ts';
import { type KeptInbound, keptBody } from './inbound.ts';
import type { KnownWithVersions } from './known.ts';
import { type Memory, storedState } from './memory.ts';
import { channelOf, derivedName, referenceOf } from './names.ts';
import { proposalTimers } from './proposals.ts';
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
  /** The present instant by the machine's clock, in ms. */
  readonly now: number;
  /** Channels that keep no transcript themselves. */
  readonly transcripts: ReadonlySet<string>;
}

/** What is to be committed, beyond what every turn has. */
interface Outcome {
  readonly state: ConversationState;
  readonly failures: number;
  readonly replies: readonly Reply[];
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
    from: inbound.from,
    what: inbound.what,
    known: known.known,
  };
  const { state, replies, effects } = run(playbook, memory.state, turnEvent, momentOf(job));
  const { organisation, from } = inbound;
  const context = { organisation, from, reference, at: now + inbound.ahead, versions: known.versions };
  return commitOf(job, {
    state,
    failures: 0,
    replies,
    records: recordsOf(effects, context),
    timers: [
      reminderTimer(event.conversation, state, inbound, now),
      ...proposalTimers(effects, inbound, now),
    ],
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
  const asked = inbound.what.kind !== 'due' && inbound.what.kind !== 'proposed';
  const language = memory.state.language ?? inbound.from.locale ?? playbook.languages[0];
  const key = `trouble-${referenceOf(event.id)}`;
  const kept = setAside(job, 'event', keptBody(inbound));
  return commitOf(job, {
    state: anew ? { ...NEW_CONVERSATION, turns: memory.version } : memory.state,
    failures: anew ? 0 : failures,
    replies: asked ? trouble(playbook, language, momentOf(job), key) : [],
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
  const { state, failures, replies, records, timers } = outcome;
  const unreadable = memory.unreadable === null ? [] : setAside(job, 'state', memory.unreadable);
  return {
    ...planNothing(job),
    state: storedState({ state, failures, at: Math.max(now, memory.at) }),
    records: [...records, ...unreadable, ...written(job, replies)],
    deliveries: replies.map((reply, i) => deliveryOf(job, reply, i + 1)),
    timers,
  };
}

function deliveryOf({ event, inbound, now }: Job, reply: Reply, number: number): NewDelivery {
  const { conversation } = event;
  const { organisation, ahead } = inbound;
  const body: MessageBody = { organisation, conversation, at: now + ahead, reply };
  return {
    id: derivedName('', event.id, `/${number}`),
    destination: conversation,
    kind: 'message',
    body: body as unknown as Json,
    notBefore: now,
  };
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
  const id = derivedName(`${what}/`, event.id);
  const keys = { conversation: event.conversation };
  const { organisation } = inbound;
  return [{ change: 'write', organisation, kind: KINDS.setAside, id, at: now, keys, body }];
}

/** The instant of the turn: by the conversation's clock, in the organisation's zone. */
function momentOf({ inbound, playbook, now }: Job): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now + inbound.ahead).toZonedDateTimeISO(playbook.timezone);
}
