import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { StoreError } from '../../../ports/store/error.ts';
import type { Receipt } from '../../../ports/store/inbox.ts';
import type { Engine } from '../../../runtime/engine.ts';
import { loudness } from '../../../runtime/fault.ts';
import type { Inbound } from '../../../runtime/inbound.ts';
import { keepWithin } from '../../keep-within.ts';
import type { InvokeAnswer } from '../invokes/answer.ts';
import type { TeamsOrganisations } from '../organisations.ts';
import { bodyOf } from './body.ts';
import { RECEIVER_LIMITS } from './limits.ts';
import { type Activity, isInvoke } from './parse/activity.ts';
import { foundIn } from './parse/found.ts';
import { parsePlaced } from './parse/parse.ts';
import type { Placed } from './parse/placed.ts';
import type { Verify } from './verify.ts';

/** What receiving is made of. */
export interface ReceiverParts {
  readonly verify: Verify;
  readonly organisations: TeamsOrganisations;
  readonly engine: Pick<Engine, 'accept'>;
  /** Answers what waits for its answer in the same response: a pressed button, a dialog, a search. */
  readonly invoke: (activity: Activity, placed: Placed) => Promise<InvokeAnswer>;
  /** Completes an event before it is kept; takes less than Teams waits. */
  readonly complete: (inbound: Inbound, placed: Placed) => Promise<Inbound>;
  /** Told of each event once it was kept and acknowledged. */
  readonly kept: (inbound: Inbound, placed: Placed, activity: Activity) => void;
  /** Tells a person that their words could not be kept. */
  readonly notKept: (placed: Placed) => void;
  readonly log: Logger;
  /** In place of `RECEIVER_LIMITS.patienceMs`, for tests. */
  readonly patienceMs?: number;
}

/** The route of Teams, for whatever server there is. */
export interface ReceiverRoute {
  readonly method: 'POST';
  readonly path: '/api/messages';
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Verifies what comes, parses it and puts it into the inbox; then it is acknowledged. */
export function teamsReceiver(parts: ReceiverParts): ReceiverRoute {
  return {
    method: 'POST',
    path: '/api/messages',
    async handle(request, response) {
      const body = await bodyOf(request);
      if (body === null) return;
      const verdict = await parts.verify(request.headers, body, request.socket.remoteAddress);
      if (verdict.outcome === 'verified') return take(parts, verdict.activity, response);
      const { status, reason } = verdict;
      parts.log[status === 503 ? 'error' : 'warn'](
        { status, reason },
        'a request to Teams’ address was refused',
      );
      // What is left of a body that was too large is not waited for.
      if (status === 413) response.setHeader('Connection', 'close');
      end(response, status);
      request.resume();
    },
  };
}

async function take(parts: ReceiverParts, value: unknown, response: ServerResponse): Promise<void> {
  const found = foundIn(value, parts.organisations);
  if (typeof found === 'string') return ignore(parts, value, response, found);
  const { activity, placed } = found;
  if (isInvoke(value)) return send(response, await parts.invoke(activity, placed));
  const parsed = parsePlaced(activity, placed);
  if (parsed.outcome === 'ignored') return ignore(parts, value, response, parsed.reason);
  const inbound = await parts.complete(parsed.inbound, placed);
  const receipt = await kept(parts, inbound, placed);
  if (typeof receipt === 'number') return end(response, receipt);
  end(response, 200);
  if (receipt.outcome === 'new') parts.kept(inbound, placed, activity);
}

/** An invoke is told that nobody here knows it. */
function ignore({ log }: ReceiverParts, value: unknown, response: ServerResponse, reason: string): void {
  log.debug({ reason }, 'an activity was ignored');
  end(response, isInvoke(value) ? 501 : 200);
}

/** The inbox's receipt, or the status that says what became of an event that was not kept. */
async function kept(
  { engine, log, notKept, patienceMs = RECEIVER_LIMITS.patienceMs }: ReceiverParts,
  inbound: Inbound,
  placed: Placed,
): Promise<Receipt | number> {
  try {
    return await keepWithin(() => engine.accept(inbound), patienceMs);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.name : typeof cause;
    const code = cause instanceof StoreError ? cause.code : null;
    log[loudness(cause)](
      { fault, code, organisation: inbound.organisation },
      'an activity could not be kept',
    );
    if (code === 'too-large') return 413;
    if (code === 'invalid') return 400;
    // What is acknowledged nobody sends again, whatever the person was told.
    notKept(placed);
    return 503;
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Length': 0 });
  response.end();
}

function send(response: ServerResponse, { status, body }: InvokeAnswer): void {
  if (body === null) return end(response, status);
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
