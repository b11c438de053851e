import { z } from 'zod';
import { REMINDER_STALE_MS } from '../../conversation/state.ts';
import { channelOf } from '../names.ts';

/** One sort of timer. */
export interface TimerKind {
  /** What happens when it rings, in a few words of English for operators. */
  readonly does: string;
  /** What its `what` has to look like, as far as whoever is rung relies on it. */
  readonly payload: z.ZodType;
  /**
   * Rung later than this (ms) what it was for is not done any more, but said where it would have been done. Null: it is
   * seen to however late, or what it is about decides that itself.
   */
  readonly staleAfterMs: number | null;
  /** Why an operator cannot take it away; null: they can. */
  readonly kept: string | null;
}

const text = z.string().min(1);
const GOING_OUT = 'it is how a notice goes out; take the notice back instead';

function kind(does: string, payload: z.ZodRawShape = {}, more: Partial<TimerKind> = {}): TimerKind {
  return { does, payload: z.looseObject(payload), staleAfterMs: null, kept: null, ...more };
}

/** Rung in conversations with people and with IT's desk. */
const TALK = {
  due: kind(
    'reminds of what the conversation wanted to be reminded of',
    {},
    { staleAfterMs: REMINDER_STALE_MS },
  ),
  proposed: kind('puts reports that may be one outage before IT’s desk', {
    proposal: z.looseObject({ id: text }),
  }),
  decided: kind('tells what came of reports at the department', { proposal: text, state: text }),
  'to-confirm': kind('puts a notice before IT’s desk to be confirmed', { notice: text }),
  'works-again': kind('tells somebody that what hit them works again', { outage: text }),
  case: kind('shows a report to those who judge it', { report: text, what: text }),
  'case-news': kind('tells a reporter what became of their report', { report: text, what: text }),
  spread: kind('gives unit managers texts for others', { report: text }),
  'word-due': kind('tells the author of a notice that the promised word is due', { notice: text }),
  order: kind('tells somebody how an order stands', { view: z.looseObject({ id: text }), to: text }),
  'order-refused': kind('tells somebody that what they pressed on an order was not done', { order: text }),
  'away-news': kind('tells somebody who is away or on call', { entry: text, news: text }),
  signed: kind('tells a manager that somebody has signed', { signature: z.looseObject({ user: text }) }),
  duty: kind('tells somebody of a duty: that it is due, missed or done', {
    duty: text,
    site: text,
    day: text,
    what: text,
  }),
  paper: kind('tells somebody of what is to be printed, was not, or is', {
    rule: text,
    site: text,
    what: text,
    version: text,
  }),
  'going-out': kind('tells the author of a notice how it goes out', {
    ledger: z.looseObject({ notice: text }),
    rows: z.array(z.looseObject({})),
  }),
} as const;

/** Rung in the conversation of an outage that is over. */
const SOLVED = {
  solved: kind('begins to tell those whom an outage hit', { outage: text, after: z.string().nullable() }),
} as const;

/** Rung in the conversations of notices with themselves. */
const NOTICE = {
  changed: kind('sends a revision of a notice', { revision: z.int(), news: text }, { kept: GOING_OUT }),
  portion: kind('sends a revision of a notice on', { revision: z.int() }, { kept: GOING_OUT }),
  tick: kind('sees to what falls due with a notice'),
  commanded: kind(
    'does a command about a notice',
    { command: z.looseObject({ do: text }) },
    { kept: GOING_OUT },
  ),
  followed: kind(
    'follows a notice of the department that serves the organisation',
    { revision: z.int(), news: text.nullable() },
    { kept: GOING_OUT },
  ),
  retry: kind('tries again what of a notice failed'),
  remind: kind('reminds those who have not read a notice'),
  progress: kind('looks how a notice goes out'),
} as const;

const ORDERED = 'a report would not reach its supplier; cancel the order instead';

/** Rung in the conversations of orders with themselves. */
const ORDER = {
  make: kind('hands a report on to a supplier', { by: z.looseObject({ kind: text }) }, { kept: ORDERED }),
  deed: kind('does what somebody pressed on an order', { deed: text, by: z.looseObject({}) }),
  report: kind('tells an order what came about with its report', { what: text }),
  look: kind('looks what became of what was sent to a supplier', {}, { kept: ORDERED }),
  tick: kind('asks a supplier for the confirmation that did not come'),
  mail: kind('takes in what a supplier wrote', { mail: z.looseObject({}) }),
  status: kind('takes in how an order stands in a ticket system', { solved: z.boolean() }),
} as const;

/** Rung in the conversations of units' duties with themselves. */
const DUTY = {
  start: kind('looks when a duty is due next'),
  tick: kind(
    'reminds of a duty, or tells that it was missed',
    {},
    { kept: 'nobody would be reminded any more; take the duty out of the playbook instead' },
  ),
  done: kind('writes down that a duty was done', { day: text, by: z.looseObject({ contact: text }) }),
} as const;

/** Rung in the conversations of units' paper with themselves, and of an organisation's sheets. */
const PAPER = {
  start: kind('looks what has changed on paper'),
  tick: kind(
    'says again what is to be printed, or tells that it was not',
    {},
    { kept: 'nobody would be asked any more; take the unit out of the playbook instead' },
  ),
  signed: kind('sends a manager the copy of what somebody signed', {
    signed: z.looseObject({ signature: text }),
  }),
  done: kind('writes down that something was printed', {
    version: text,
    by: z.looseObject({ contact: text }),
  }),
} as const;

const PINGS = 'nobody would be pinged any more; let somebody acknowledge it instead';

/** Rung in the conversations of escalations with themselves, and where those of an organisation begin. */
const ESCALATION = {
  start: kind(
    'begins to bring a matter to people',
    { matter: z.looseObject({ kind: text }) },
    { kept: PINGS },
  ),
  stop: kind('ends bringing a matter to people', { matter: text, report: text }),
  tick: kind('takes the next step of an escalation', {}, { kept: PINGS }),
  join: kind('brings a further report of the same to people', { report: text }, { kept: PINGS }),
  left: kind('takes a report out of an escalation', { report: text }),
  answered: kind('writes down an answer to a ping', { id: text, answer: z.looseObject({}) }),
  refused: kind('writes down that somebody tried what they may not', { id: text }),
} as const;

/** Rung in the conversations of reports with themselves. */
const CASE = {
  changed: kind('looks what a change of a report means for its following up'),
  told: kind('tells those whom it concerns what somebody did with a report', {
    revision: z.int(),
    news: z.array(z.looseObject({ to: text })),
  }),
  tick: kind('sees to what falls due with a report: a reminder, the end of a waiting'),
  order: kind('tells a report what came about with its order', { command: z.looseObject({ do: text }) }),
  'joined-by': kind('joins another report to one', { report: text }),
  main: kind('tells a joined report what became of the one that it goes on as', { main: text, what: text }),
} as const;

/** Rung in the conversations of absences with themselves. */
const AWAY = {
  told: kind('tells those whom the playbook names of an absence', { revision: z.int(), news: text }),
} as const;

/** All that rings, by the first part of the conversation that it rings in; all others are conversations with people. */
export const TIMER_KINDS: Readonly<Record<string, Readonly<Record<string, TimerKind>>>> = {
  talk: TALK,
  solved: SOLVED,
  notice: NOTICE,
  escalation: ESCALATION,
  case: CASE,
  away: AWAY,
  order: ORDER,
  duty: DUTY,
  paper: PAPER,
};

/** What rings with a timer of a kind in a conversation; null: nothing that this version knows. */
export function timerKind(conversation: string, kind: string | null): TimerKind | null {
  const channel = channelOf(conversation);
  const family =
    TIMER_KINDS[channel === 'talk' || !Object.hasOwn(TIMER_KINDS, channel) ? 'talk' : channel] ?? {};
  return kind !== null && Object.hasOwn(family, kind) ? (family[kind] ?? null) : null;
}

/** The kind of a timer by its body; null: it has none. */
export function kindOf(body: unknown): string | null {
  const { what } = (typeof body === 'object' && body !== null ? body : {}) as { what?: unknown };
  const { kind } = (typeof what === 'object' && what !== null ? what : {}) as { kind?: unknown };
  return typeof kind === 'string' ? kind : null;
}

/** What every timer's body has around its `what`. */
const envelope = z.object({
  schema: z.int(),
  organisation: z.string().min(1),
  ahead: z.number(),
  what: z.looseObject({ kind: z.string() }),
});

/** What is wrong with the payload of a timer, in words for the log that tell nothing of what is in it; null: nothing. */
export function timerFault(conversation: string, body: unknown): string | null {
  const read = envelope.safeParse(body);
  if (!read.success) return `its body is not as it should be: ${fields(read.error)}`;
  const known = timerKind(conversation, read.data.what.kind);
  // Of what is not known here whoever is rung says so.
  if (known === null) return null;
  const payload = known.payload.safeParse(read.data.what);
  return payload.success ? null : `its payload is not as it should be: ${fields(payload.error)}`;
}

function fields(error: z.ZodError): string {
  const paths = error.issues.map(({ path }) => path.map(String).join('.') || 'all of it');
  return [...new Set(paths)].slice(0, 5).join(', ');
}
