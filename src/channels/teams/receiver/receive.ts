import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { StoreError } from '../../../ports/store/error.ts';
import type { Receipt } from '../../../ports/store/inbox.ts';
import type { Engine } from '../../../runtime/engine.ts';
import type { Inbound } from '../../../runtime/inbound.ts';
import { bodyOf } from './body.ts';
import { isInvoke, type OrganisationOf } from './parse/activity.ts';
import { parseActivity } from './parse/parse.ts';
import type { Verify } from './verify.ts';

/** What receiving is made of. */
export interface ReceiverParts {
  readonly verify: Verify;
  readonly organisationOf: OrganisationOf;
  readonly engine: Pick<Engine, 'accept'>;
  /** What a pressed card is answered with, in the same response, once the press is kept: a card, or words. */
  readonly answer: (inbound: Inbound, receipt: Receipt) => Promise<object>;
  readonly log: Logger;
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
      const verdict = await parts.verify(request.headers, body);
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

async function take(parts: ReceiverParts, activity: unknown, response: ServerResponse): Promise<void> {
  const parsed = parseActivity(activity, parts.organisationOf);
  if (parsed.outcome === 'ignored') {
    parts.log.debug({ reason: parsed.reason }, 'an activity was ignored');
    // So an invoke is told that nobody here knows it.
    end(response, isInvoke(activity) ? 501 : 200);
    return;
  }
  const receipt = await kept(parts, parsed.inbound);
  if (typeof receipt === 'number') end(response, receipt);
  else if (isInvoke(activity)) sendJson(response, await parts.answer(parsed.inbound, receipt));
  else end(response, 200);
}

/** The inbox's receipt, or the status that tells that nothing was kept. */
async function kept({ engine, log }: ReceiverParts, inbound: Inbound): Promise<Receipt | number> {
  try {
    return await engine.accept(inbound);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.name : typeof cause;
    const code = cause instanceof StoreError ? cause.code : null;
    log.error({ fault, code, organisation: inbound.organisation }, 'an activity could not be kept');
    if (code === 'too-large') return 413;
    return code === 'invalid' ? 400 : 503;
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Length': 0 });
  response.end();
}

function sendJson(response: ServerResponse, answer: object): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(answer));
}
