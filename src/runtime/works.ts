import { turn } from '../conversation/turn.ts';
import type { ClaimedEvent, ClaimRequest, Hand } from '../ports/store/inbox.ts';
import { PRIORITIES } from '../ports/store/outbox.ts';
import type { Turn } from '../ports/store/turn.ts';
import { awayProcess } from './away/process.ts';
import { caseProcess } from './cases/process.ts';
import { DeliveryPump } from './delivery-pump.ts';
import { type Carrier, DeliveryWorker } from './delivery-worker.ts';
import { dutyProcess } from './duties/process.ts';
import type { EngineParts } from './engine-parts.ts';
import { escalationProcess } from './escalations/process.ts';
import { PingSending } from './escalations/sending.ts';
import { EventPump } from './event-pump.ts';
import { EventWorker, type Processed } from './event-worker.ts';
import { type Committed, Handover } from './handover.ts';
import { DeliveryJobs } from './jobs/delivery-jobs.ts';
import type { Notices } from './notices/notices.ts';
import { orderProcess } from './orders/process.ts';
import { paperProcess } from './paper/process.ts';
import { processesOf } from './process/processes.ts';

/** What takes events to their commits, and messages to their senders. */
export interface Works {
  readonly events: EventPump;
  /** By priority. */
  readonly deliveries: readonly DeliveryPump[];
  readonly sending: DeliveryWorker;
  /** Where messages are jobs that other processes may take; null: there are no others. */
  readonly relayed: DeliveryJobs | null;
}

/** What they are made of. */
export interface WorksParts {
  readonly parts: EngineParts;
  readonly notices: Notices;
  /** Who takes what, at this moment. */
  readonly hand: () => Hand;
  /** Whether messages may leave yet. */
  readonly mayLeave: () => boolean;
  readonly failed: (cause: unknown) => void;
  /** Told of each turn that was committed. */
  readonly committed: (turn: Turn) => void;
  /** Told of each event that was processed, and what became ready with its commit. */
  readonly processed: (event: ClaimedEvent, done: Processed, ready: Committed | null) => Promise<void>;
}

/** Turns at a time. */
const SLOTS = 64;
/**
 * Messages at a time for whom somebody waits: from before their commit until it is written down what became of them, twice a
 * wait for the disk. Several processes have `SLOTS`, and as many by job.
 */
const SENDING_SLOTS = 128;
/**
 * Besides, messages of what goes to many; up to half of them wait for their moment (`PACE_LIMITS.held`). Of all that have
 * left when the process dies nobody may be able to say whether they arrived, so there are no more than it takes.
 */
const BROADCAST_SLOTS = 64;
/** What nobody took for so long, in ms, though there should be a job for it, was lost between commit and job. */
const LEFT_FOR_MS = 2000;

/** Puts them together: they hand over to each other what a step makes ready. */
export function worksOf(made: WorksParts): Works {
  const { parts, hand, mayLeave, failed } = made;
  const { store, alarm, random, clock } = parts;
  const pump = { slots: SLOTS, alarm, random, failed };
  const request = (limit: number): ClaimRequest => ({ ...hand(), limit });
  const sending = sendingOf(made);
  const { shared } = parts;
  const relayed = shared === undefined ? null : new DeliveryJobs({ ...shared, store, sending, hand });
  const deliveries = PRIORITIES.map(
    (priority) =>
      new DeliveryPump({
        ...{ ...pump, store, priority, clock, request },
        slots: priority === 1 ? BROADCAST_SLOTS : relayed === null ? SENDING_SLOTS : SLOTS,
        ...(relayed !== null && { leftForMs: LEFT_FOR_MS }),
        work: (delivery, mayFollow) =>
          relayed?.send(delivery) ??
          sending.send(delivery, () => (mayFollow() && priority === 0 ? hand() : null)),
      }),
  );
  const reserve = () => (mayLeave() ? deliveries[0]?.reserve() : null) ?? null;
  const handover = new Handover({ store, hand, reserve });
  const processing = processingOf(made, handover);
  const events = new EventPump({
    ...{ ...pump, store, hand, handover, request, processed: made.processed },
    process: (event) => processing.process(event),
  });
  return { events, deliveries, sending, relayed };
}

function sendingOf({ parts, notices }: WorksParts): DeliveryWorker {
  const carriers = new Map<string, Carrier>([
    ['notice', notices.sending],
    ['ping', new PingSending(parts)],
  ]);
  return new DeliveryWorker({ ...parts, carriers });
}

function processingOf({ parts, notices, committed }: WorksParts, handover: Handover): EventWorker {
  const ways = parts.pingWays ?? { mail: false, gateway: false };
  const escalations = { ...parts, ways };
  return new EventWorker({
    ...{ turn, ...parts, committed },
    commit: (committing) => handover.commit(committing),
    processes: processesOf(
      notices.process,
      escalationProcess(escalations),
      caseProcess(parts),
      awayProcess(parts),
      orderProcess(parts),
      dutyProcess(parts),
      paperProcess({ ...parts, ways }),
    ),
  });
}
