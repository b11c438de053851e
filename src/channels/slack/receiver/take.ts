import type { Logger } from 'pino';
import { StoreError } from '../../../ports/store/error.ts';
import type { Engine } from '../../../runtime/engine.ts';
import { loudness } from '../../../runtime/fault.ts';
import type { Inbound } from '../../../runtime/inbound.ts';
import { keepWithin } from '../../keep-within.ts';
import { deadline } from '../../teams/receiver/deadline.ts';
import type { SlackOrganisations } from '../organisations.ts';
import type { BoltBridge, Retry } from './bolt.ts';
import { SLACK_RECEIVER_LIMITS } from './limits.ts';
import { NOBODYS } from './parse/context.ts';
import type { Direct, Event, Foreign, Guest, Home, Modal, Opening, Removed } from './parse/outcome.ts';
import { parse } from './parse/parse.ts';
import { strangers } from './strangers.ts';

/** What a response of ours holds: JSON for commands and modals, else nothing. */
export type Body = object | null;

/** What the channel does with what is not for the inbox alone. */
export interface SlackAnswers {
  /** Completes an event before it is kept; takes less than Slack waits (3 s). */
  readonly complete: (event: Event | Modal) => Promise<Inbound>;
  /** Told of each event once it was kept and acknowledged; not of a repetition. */
  readonly kept: (event: Event) => void;
  /** Tells a person that their words could not be kept. */
  readonly notKept: (event: Event) => void;
  /** What is wrong with a modal's fields (`{ response_action: 'errors', … }`): then it is not kept. Null: nothing. */
  readonly check: (modal: Modal) => Promise<Body>;
  /** What becomes of a modal that was kept: another view, or null, which closes it. */
  readonly submitted: (modal: Modal, event: string) => Promise<Body>;
  /** Opens a modal. It has to ask Slack for that within 3 s of the press. */
  readonly open: (opening: Opening) => void;
  /** Tells somebody that a button is not theirs. */
  readonly foreign: (foreign: Foreign) => void;
  /** Tells a guest politely that the bot is for others; for a command by what it returns. */
  readonly guest: (guest: Guest) => Promise<Body>;
  /**
   * Puts something into the person's own conversation, which has to be opened, and keeps it there. For a command what
   * it returns is the answer. Rejects if it could not be kept.
   */
  readonly direct: (direct: Direct) => Promise<Body>;
  /** Shows the bot's page. */
  readonly home: (home: Home) => void;
  /** Forgets a workspace. Rejects if that could not be kept. */
  readonly removed: (removed: Removed) => Promise<void>;
}

export interface TakeParts {
  readonly organisations: SlackOrganisations;
  readonly engine: Pick<Engine, 'accept'>;
  readonly answers: SlackAnswers;
  /** For what nothing here knows. */
  readonly bolt: Pick<BoltBridge, 'pass'>;
  readonly log: Logger;
  /** In place of `SLACK_RECEIVER_LIMITS.patienceMs`, for tests. */
  readonly patienceMs?: number;
}

/**
 * What Slack is told. `taken`: acknowledged, with what goes into the response. `refused`: it cannot be processed, and
 * sending it again does not help. `later`: nothing was kept, and it may be sent again.
 */
export type Taken =
  | { readonly outcome: 'taken'; readonly body: string | Body; readonly after?: () => void }
  | { readonly outcome: 'refused'; readonly status: 400 | 413 }
  | { readonly outcome: 'later' };

/** Takes what Slack sent, by whichever way: it is in the inbox before this resolves. Never rejects. */
export type Take = (payload: Readonly<Record<string, unknown>>, retry: Retry | null) => Promise<Taken>;

const NOTHING = { outcome: 'taken', body: null } as const satisfies Taken;

export function slackTake(parts: TakeParts): Take {
  const stranger = strangers(parts.log);
  return async (payload, retry) => {
    if (retry !== null) parts.log.info({ retry: retry.number, reason: retry.reason }, 'Slack sends it again');
    try {
      const taken = await deadline(take(parts, payload, retry, stranger), SLACK_RECEIVER_LIMITS.takeMs);
      return taken === 'late' ? { outcome: 'later' } : guarded(parts, taken);
    } catch (cause) {
      parts.log[loudness(cause)](faultOf(cause), 'a request of Slack’s could not be processed');
      return { outcome: 'later' };
    }
  };
}

/** What is done once it is acknowledged cannot be told to Slack any more, and ends nothing else. */
function guarded({ log }: TakeParts, taken: Taken): Taken {
  if (taken.outcome !== 'taken' || taken.after === undefined) return taken;
  const { after } = taken;
  return {
    ...taken,
    after() {
      try {
        after();
      } catch (cause) {
        log.error(faultOf(cause), 'something after a request of Slack’s went wrong');
      }
    },
  };
}

async function take(
  parts: TakeParts,
  payload: Readonly<Record<string, unknown>>,
  retry: Retry | null,
  stranger: (payload: unknown) => void,
): Promise<Taken> {
  const { answers, log } = parts;
  const parsed = parse(payload, parts.organisations);
  switch (parsed.outcome) {
    case 'event':
      return takeEvent(parts, parsed);
    case 'modal':
      return takeModal(parts, parsed);
    case 'opening':
      return { ...NOTHING, after: () => answers.open(parsed) };
    case 'foreign':
      return { ...NOTHING, after: () => answers.foreign(parsed) };
    case 'guest':
      return takeGuest(parts, parsed);
    case 'direct':
      return inResponse(await answers.direct(parsed), parsed.deed.kind === 'command');
    case 'home':
      return { ...NOTHING, after: () => answers.home(parsed) };
    case 'removed':
      await answers.removed(parsed);
      return NOTHING;
    case 'unknown':
      log.debug({ reason: parsed.reason }, 'something of Slack’s is not known here');
      return passOn(parts, payload, retry);
    case 'ignored':
      if (parsed.reason === NOBODYS) stranger(payload);
      log.debug({ reason: parsed.reason }, 'something of Slack’s was ignored');
      return NOTHING;
  }
}

/** What an app of Bolt's could not do is not sent again: nobody here knows what it is worth. */
async function passOn({ bolt, log }: TakeParts, ...passed: Parameters<BoltBridge['pass']>): Promise<Taken> {
  try {
    return { outcome: 'taken', body: await bolt.pass(...passed) };
  } catch (cause) {
    log.error(faultOf(cause), 'an app of Bolt’s could not process a request');
    return NOTHING;
  }
}

async function takeEvent(parts: TakeParts, event: Event): Promise<Taken> {
  const { engine, answers, patienceMs = SLACK_RECEIVER_LIMITS.patienceMs } = parts;
  const inbound = await answers.complete(event);
  try {
    const { outcome } = await keepWithin(() => engine.accept(inbound), patienceMs);
    return outcome === 'new' ? { ...NOTHING, after: () => answers.kept({ ...event, inbound }) } : NOTHING;
  } catch (cause) {
    const refusal = refusalFor(parts, cause, event.inbound);
    if (refusal.outcome === 'refused') return refusal;
    // What is acknowledged Slack does not send again, whatever the person was told.
    answers.notKept(event);
    return refusal;
  }
}

async function takeModal(parts: TakeParts, modal: Modal): Promise<Taken> {
  const { engine, answers } = parts;
  const errors = await answers.check(modal);
  if (errors !== null) return { outcome: 'taken', body: errors };
  try {
    const receipt = await engine.accept(await answers.complete(modal));
    const event = receipt.outcome === 'new' ? modal.inbound.id : receipt.of.id;
    return { outcome: 'taken', body: await answers.submitted(modal, event) };
  } catch (cause) {
    return refusalFor(parts, cause, modal.inbound);
  }
}

async function takeGuest({ answers, log }: TakeParts, guest: Guest): Promise<Taken> {
  log.debug({ organisation: guest.organisation }, 'a guest was refused');
  if (guest.isCommand) return inResponse(await answers.guest(guest), true);
  const tell = async (): Promise<void> => {
    try {
      await answers.guest(guest);
    } catch (cause) {
      log.error(faultOf(cause), 'a guest could not be told');
    }
  };
  return { ...NOTHING, after: () => void tell() };
}

/** What is no command is answered with nothing, whatever there is to say. */
function inResponse(body: Body, isCommand: boolean): Taken {
  return isCommand ? { outcome: 'taken', body } : NOTHING;
}

function refusalFor({ log }: TakeParts, cause: unknown, { organisation }: Inbound): Taken {
  log[loudness(cause)]({ ...faultOf(cause), organisation }, 'something of Slack’s could not be kept');
  const code = cause instanceof StoreError ? cause.code : null;
  if (code === 'too-large') return { outcome: 'refused', status: 413 };
  return code === 'invalid' ? { outcome: 'refused', status: 400 } : { outcome: 'later' };
}

function faultOf(cause: unknown): { readonly fault: string; readonly code: string | null } {
  const fault = cause instanceof Error ? cause.name : typeof cause;
  return { fault, code: cause instanceof StoreError ? cause.code : null };
}
