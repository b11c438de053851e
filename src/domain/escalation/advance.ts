import type { Playbook } from '../organisation/playbook.ts';
import { holdsUntil, type Millis } from '../timeline/timeline.ts';
import { nextAsked } from './candidates.ts';
import type { Answerer, Escalation, EscalationEntry, Ping, PingKind, PingState } from './escalation.ts';
import { ESCALATION_LIMITS, type EscalationRules } from './rules.ts';

/** What every step of an escalation is computed from. */
export interface Surroundings {
  readonly playbook: Playbook;
  readonly rules: EscalationRules;
  /** By the escalation's clock, in the organisation's zone. */
  readonly now: Temporal.ZonedDateTime;
  /** Contacts that can be written to. */
  readonly pingable: ReadonlySet<string>;
}

/** An escalation after a step, with what happened in it, in order. */
export interface Stepped {
  readonly escalation: Escalation;
  readonly happened: readonly EscalationEntry[];
}

/**
 * Sees to what is due by now: whoever is waited for is asked again or has not answered, and the next are asked. What was
 * due long ago is done once, and times count from now, so that nobody is passed over for the service's sake.
 */
export function advance(escalation: Escalation, around: Surroundings): Stepped {
  if (escalation.state !== 'open') return { escalation, happened: [] };
  const now = around.now.epochMilliseconds;
  if (escalation.restsUntil !== null && now < escalation.restsUntil) return { escalation, happened: [] };
  const { rung } = escalation;
  if (rung === null) return askNext({ escalation, happened: [] }, around);
  if (now >= rung.until) return askNext(unanswered(escalation, now), around);
  if (rung.repeatAt !== null && now >= rung.repeatAt) return askAgain(escalation, around);
  return { escalation, happened: [] };
}

/** When something of it falls due, by its clock; null: nothing does. */
export function nextDue({ state, rung, restsUntil }: Escalation): Millis | null {
  if (state !== 'open') return null;
  if (restsUntil !== null) return restsUntil;
  return rung === null ? 0 : Math.min(rung.until, rung.repeatAt ?? rung.until);
}

/** The next are asked, whoever was waited for before. */
export function askNext(before: Stepped, around: Surroundings): Stepped {
  const { playbook, rules, now: moment, pingable } = around;
  const now = moment.epochMilliseconds;
  const escalation = { ...before.escalation, rung: null, restsUntil: null };
  const quiet = quietUntil(escalation, rules, now);
  if (quiet !== null) return rests({ ...before, escalation }, quiet);
  const { contacts, wait, skipped, opens } = nextAsked(playbook, escalation, moment, pingable);
  const room = ESCALATION_LIMITS.pings - escalation.pings.length;
  const asked = contacts.slice(0, room);
  const named = noted({ ...before, escalation }, skippedNow(escalation, skipped, now));
  if (asked.length > 0) return ask(named, asked, wait, around);
  return opens !== null && opens > now ? rests(named, opens) : exhaust(named, around);
}

/** Notes what happened; the first entry and the newest are kept. */
export function noted({ escalation, happened }: Stepped, entries: readonly EscalationEntry[]): Stepped {
  const [first, ...rest] = [...escalation.history, ...entries];
  const newest = rest.slice(-(ESCALATION_LIMITS.history - 1));
  const history = first === undefined ? [] : [first, ...newest];
  return { escalation: { ...escalation, history }, happened: [...happened, ...entries] };
}

/** Changes the latest ping of a contact, and those of others that wait. */
export function withPing(
  escalation: Escalation,
  contact: string,
  change: Partial<Ping>,
  others: Partial<Ping> | null,
): Escalation {
  const own = escalation.pings.findLastIndex((ping) => ping.contact === contact);
  const pings = escalation.pings.map((ping, i) => {
    if (i === own) return { ...ping, ...change };
    return ping.state === 'waiting' && others !== null ? { ...ping, ...others } : ping;
  });
  return { ...escalation, pings };
}

/** Changes pings. */
export function withPings(escalation: Escalation, change: (ping: Ping) => Partial<Ping> | null): Escalation {
  return { ...escalation, pings: escalation.pings.map((ping) => ({ ...ping, ...change(ping) })) };
}

export function entry(
  at: Millis,
  what: EscalationEntry['what'],
  contact: string | null = null,
  by: Answerer | null = null,
  note: string | null = null,
): EscalationEntry {
  return { at, what, contact, by, note };
}

/** Nobody of those who were waited for answered. */
function unanswered(escalation: Escalation, now: Millis): Stepped {
  const silent = escalation.pings.filter(({ state }) => state === 'waiting').map(({ contact }) => contact);
  return noted(
    { escalation: settled(escalation, 'waiting', 'no-answer'), happened: [] },
    silent.map((contact) => entry(now, 'no-answer', contact)),
  );
}

function settled(escalation: Escalation, from: PingState, to: PingState): Escalation {
  const changed = withPings(escalation, ({ state }) => (state === from ? { state: to } : null));
  return { ...changed, revision: escalation.revision + 1 };
}

function askAgain(escalation: Escalation, { rules, now: moment }: Surroundings): Stepped {
  const { rung } = escalation;
  const now = moment.epochMilliseconds;
  if (rung === null) return { escalation, happened: [] };
  const waiting = escalation.pings.filter(({ state }) => state === 'waiting').map(({ contact }) => contact);
  const again = withPings(escalation, ({ state, times }) =>
    state === 'waiting' ? { times: times + 1 } : null,
  );
  const repeatsLeft = rung.repeatsLeft - 1;
  const next = { ...rung, repeatsLeft, repeatAt: repeatAt(now, repeatsLeft, rung.until, rules) };
  return noted(
    { escalation: { ...again, rung: next, revision: escalation.revision + 1 }, happened: [] },
    waiting.map((contact) => entry(now, 'repeated', contact)),
  );
}

function ask(
  before: Stepped,
  asked: readonly { readonly contact: string; readonly kind: PingKind }[],
  wait: Temporal.Duration | null,
  { rules, now: moment }: Surroundings,
): Stepped {
  const now = moment.epochMilliseconds;
  const { escalation } = before;
  const waitMs = wait === null ? rules.waitMs : wait.total({ unit: 'millisecond', relativeTo: moment });
  const until = now + waitMs;
  const fresh = asked.map(
    ({ contact, kind }): Ping => ({
      contact,
      kind,
      at: now,
      times: 1,
      state: 'waiting',
      by: null,
      note: null,
    }),
  );
  const rung = {
    ...{ contacts: asked.map(({ contact }) => contact), until, repeatsLeft: rules.repeats },
    repeatAt: repeatAt(now, rules.repeats, until, rules),
  };
  const changed = { ...escalation, pings: [...escalation.pings, ...fresh], rung };
  return noted(
    { ...before, escalation: { ...changed, revision: escalation.revision + 1 } },
    fresh.map(({ contact, kind }) => entry(now, KIND_SAID[kind], contact)),
  );
}

const KIND_SAID = {
  ping: 'pinged',
  overtime: 'overtime-asked',
  'called-in': 'called-in',
  last: 'pinged',
} as const satisfies Record<PingKind, EscalationEntry['what']>;

function repeatAt(now: Millis, left: number, until: Millis, { repeatMs }: EscalationRules): Millis | null {
  return left > 0 && now + repeatMs < until ? now + repeatMs : null;
}

/** Everybody was asked: the last fallback is told, and nobody is waited for. */
function exhaust(before: Stepped, { playbook, now: moment, pingable }: Surroundings): Stepped {
  const now = moment.epochMilliseconds;
  const { escalation } = before;
  const { id } = playbook.fallback;
  const isNew = pingable.has(id) && !escalation.pings.some(({ contact }) => contact === id);
  const last: Ping = { contact: id, kind: 'last', at: now, times: 1, state: 'waiting', by: null, note: null };
  const pings = isNew ? [...escalation.pings, last] : escalation.pings;
  return noted(
    {
      ...before,
      escalation: { ...escalation, pings, state: 'exhausted', revision: escalation.revision + 1 },
    },
    [...(isNew ? [entry(now, 'pinged', id)] : []), entry(now, 'exhausted', id)],
  );
}

function rests({ escalation, happened }: Stepped, until: Millis): Stepped {
  return { escalation: { ...escalation, restsUntil: until }, happened };
}

/** The end of quiet hours, if they hold now and it is not critical. */
function quietUntil({ situation }: Escalation, { quiet }: EscalationRules, now: Millis): Millis | null {
  if (situation.class === 'critical' || quiet === null || !quiet.segmentAt(now).value.open) return null;
  return holdsUntil(quiet, now, (a, b) => a.open === b.open);
}

/** Each contact is named once with the same reason. */
function skippedNow(
  { history }: Escalation,
  skipped: readonly { readonly contact: string; readonly why: string }[],
  now: Millis,
): EscalationEntry[] {
  const known = new Set(
    history.filter(({ what }) => what === 'skipped').map(({ contact, note }) => `${contact}/${note}`),
  );
  return skipped
    .filter(({ contact, why }) => !known.has(`${contact}/${why}`))
    .map(({ contact, why }) => entry(now, 'skipped', contact, null, why));
}
