import {
  advance,
  askNext,
  entry,
  noted,
  type Stepped,
  type Surroundings,
  withPing,
  withPings,
} from './advance.ts';
import type { Answerer, Escalation, Ping, PingDeed } from './escalation.ts';
import { ESCALATION_LIMITS } from './rules.ts';

/** An answer to a ping. */
export interface PingAnswer {
  readonly deed: PingDeed;
  /** As whom they answer. */
  readonly contact: string;
  readonly by: Answerer;
  readonly note: string | null;
}

/**
 * As which contact somebody may do something with an escalation; null: they may not. Only who was asked may, and only who
 * was asked for it may decide on overtime.
 * @param held the contacts that they hold at this moment
 */
export function answersAs({ pings }: Escalation, held: readonly string[], deed: PingDeed): string | null {
  const decides = deed === 'approve' || deed === 'decline';
  const asked = pings.filter(
    ({ contact, kind }) => held.includes(contact) && (!decides || kind === 'overtime'),
  );
  return (asked.find(({ state }) => state === 'waiting') ?? asked.at(-1))?.contact ?? null;
}

/** Whether it is too late for a deed, or done already: then nothing changes by it. */
export function isLate(
  { state, taken, overtime, pings }: Escalation,
  { deed, contact }: PingAnswer,
): boolean {
  const ping = pings.findLast((each) => each.contact === contact);
  const isOwn = taken?.contact === contact;
  switch (deed) {
    case 'call-me':
      return state === 'closed';
    case 'acknowledge':
      return state === 'acknowledged' || state === 'closed';
    case 'on-it':
      return state === 'closed' || (state === 'acknowledged' && (!isOwn || ping?.state === 'on-it'));
    case 'pass-on':
      return state === 'acknowledged' ? !isOwn : state === 'closed' || ping?.state !== 'waiting';
    case 'approve':
    case 'decline':
      return (
        overtime !== null ||
        state === 'acknowledged' ||
        state === 'closed' ||
        (deed === 'decline' && ping?.state !== 'waiting')
      );
  }
}

/** Somebody who may answers. What comes too late changes nothing. */
export function answer(escalation: Escalation, given: PingAnswer, around: Surroundings): Stepped {
  if (isLate(escalation, given)) return { escalation, happened: [] };
  const said = { ...given, note: given.note?.slice(0, ESCALATION_LIMITS.note) ?? null };
  switch (given.deed) {
    case 'acknowledge':
    case 'on-it':
      return take(escalation, said, around);
    case 'pass-on':
      return leave(escalation, said, 'passed-on', around);
    case 'decline':
      return leave(escalation, said, 'declined', around);
    case 'approve':
      return approve(escalation, said, around);
    case 'call-me':
      return noted({ escalation, happened: [] }, [entryOf(said, 'call-me', around)]);
  }
}

/** More reports of the same. Nobody is pinged again for them. */
export function join(escalation: Escalation, reports: readonly string[], { now }: Surroundings): Stepped {
  const { matter } = escalation;
  const fresh = reports.filter((report) => !matter.reports.includes(report));
  if (fresh.length === 0) return { escalation, happened: [] };
  const all = [...matter.reports, ...fresh].slice(0, ESCALATION_LIMITS.reports);
  const joined = { ...escalation, matter: { ...matter, reports: all }, revision: escalation.revision + 1 };
  const entries = fresh.map((report) => entry(now.epochMilliseconds, 'joined', null, null, report));
  return noted({ escalation: joined, happened: [] }, entries);
}

/** It is not needed any more: it was received in another way, taken back, or is over. */
export function close(escalation: Escalation, why: string, { now }: Surroundings): Stepped {
  if (escalation.state === 'closed') return { escalation, happened: [] };
  const stopped = withPings(escalation, ({ state }) => (state === 'waiting' ? { state: 'stopped' } : null));
  const closed = { ...stopped, state: 'closed', ...NOBODY, revision: escalation.revision + 1 } as const;
  return noted({ escalation: closed, happened: [] }, [
    entry(now.epochMilliseconds, 'closed', null, null, why),
  ]);
}

/** Somebody tried what they may not: nothing changes, and it is written down. */
export function refuse(
  escalation: Escalation,
  { deed, by }: Pick<PingAnswer, 'deed' | 'by'>,
  { now }: Pick<Surroundings, 'now'>,
): Stepped {
  return noted({ escalation, happened: [] }, [entry(now.epochMilliseconds, 'refused', null, by, deed)]);
}

const NOBODY = { rung: null, restsUntil: null } as const;

function take(escalation: Escalation, given: PingAnswer, around: Surroundings): Stepped {
  const { contact, by, deed } = given;
  const state = deed === 'on-it' ? 'on-it' : 'acknowledged';
  const pings = withPing(escalation, contact, { state, by }, { state: 'stopped' });
  const taken = { contact, by, at: around.now.epochMilliseconds };
  return noted(
    {
      escalation: { ...pings, ...NOBODY, state: 'acknowledged', taken, revision: escalation.revision + 1 },
      happened: [],
    },
    [entryOf(given, state, around)],
  );
}

/** One of those who are asked cannot: when nobody is left to wait for, the next are asked at once. */
function leave(
  escalation: Escalation,
  given: PingAnswer,
  what: 'passed-on' | 'declined',
  around: Surroundings,
): Stepped {
  const { contact, by, note } = given;
  const isTaken = escalation.state === 'acknowledged';
  const left = withPing(escalation, contact, { state: what, by, note }, null);
  const open = isTaken ? ({ ...left, state: 'open', taken: null } as const) : left;
  const stepped = noted({ escalation: { ...open, revision: escalation.revision + 1 }, happened: [] }, [
    entryOf(given, what, around),
  ]);
  const waits = open.pings.some(isWaiting);
  return open.state !== 'open' || (waits && !isTaken) ? stepped : askNext(stepped, around);
}

/** The contacts are called in, whatever their hours; it goes on even after the last fallback was told. */
function approve(escalation: Escalation, given: PingAnswer, around: Surroundings): Stepped {
  const { contact, by, note } = given;
  const pings = withPing(escalation, contact, { state: 'approved', by, note }, { state: 'stopped' });
  const overtime = { contact, at: around.now.epochMilliseconds, note };
  const open = { ...pings, ...NOBODY, state: 'open', overtime, revision: escalation.revision + 1 } as const;
  return advanceFrom(noted({ escalation: open, happened: [] }, [entryOf(given, 'approved', around)]), around);
}

function advanceFrom({ escalation, happened }: Stepped, around: Surroundings): Stepped {
  const next = advance(escalation, around);
  return { escalation: next.escalation, happened: [...happened, ...next.happened] };
}

function isWaiting({ state }: Ping): boolean {
  return state === 'waiting';
}

function entryOf(
  { contact, by, note }: PingAnswer,
  what: 'passed-on' | 'declined' | 'approved' | 'acknowledged' | 'on-it' | 'call-me',
  { now }: Surroundings,
) {
  return entry(now.epochMilliseconds, what, contact, by, note);
}
