import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { bodyOf } from '../../teams/receiver/body.ts';
import type { Retry } from './bolt.ts';
import type { Take } from './take.ts';
import { type Unpacked, unpacked } from './unpack.ts';
import type { Verify } from './verify.ts';

/** What receiving over HTTP is made of. */
export interface ReceiverParts {
  readonly verify: Verify;
  readonly take: Take;
  readonly log: Logger;
}

/** A route of Slack's, for whatever server there is. */
export interface SlackRoute {
  readonly method: 'GET' | 'POST';
  readonly path: '/slack/events';
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

/** Events, commands and what people press all come to one address. */
export function slackRoutes(parts: ReceiverParts): readonly SlackRoute[] {
  const path = '/slack/events';
  return [
    { method: 'POST', path, handle: (request, response) => receive(parts, request, response) },
    { method: 'GET', path, handle: checkCertificate },
  ];
}

async function receive(
  parts: ReceiverParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  if (body === null) return;
  const verdict = parts.verify(request.headers, body);
  if (verdict.outcome === 'ssl-check') return end(response, 200);
  if (verdict.outcome === 'refused') {
    const { status, reason } = verdict;
    parts.log.warn({ status, reason }, 'a request to Slack’s address was refused');
    // What is left of a body that was too large is not waited for.
    if (status === 413) response.setHeader('Connection', 'close');
    end(response, status);
    request.resume();
    return;
  }
  const content = unpacked(request.headers['content-type'], verdict.text);
  return answer(parts, content, retryOf(request.headers), response);
}

async function answer(
  { take, log }: ReceiverParts,
  content: Unpacked,
  retry: Retry | null,
  response: ServerResponse,
): Promise<void> {
  switch (content.outcome) {
    case 'challenge':
      return send(response, content.challenge);
    case 'ssl-check':
      return end(response, 200);
    case 'refused': {
      const { status, reason } = content;
      log.warn({ status, reason }, 'a request to Slack’s address was refused');
      return end(response, status);
    }
    case 'payload': {
      const taken = await take(content.payload, retry);
      if (taken.outcome !== 'taken') return end(response, taken.outcome === 'later' ? 503 : taken.status);
      if (taken.body === null) end(response, 200);
      else send(response, taken.body);
      taken.after?.();
    }
  }
}

/** Slack asks so now and then whether the certificate is good. */
function checkCertificate({ url }: IncomingMessage, response: ServerResponse): void {
  const query = new URL(url ?? '/', 'http://localhost').searchParams;
  end(response, query.get('ssl_check') === '1' ? 200 : 404);
}

/** Only for the log, and for Bolt: what a repetition is, the inbox knows. */
function retryOf(headers: IncomingHttpHeaders): Retry | null {
  const [number, reason] = [headers['x-slack-retry-num'], headers['x-slack-retry-reason']];
  if (typeof number !== 'string' || !/^\d{1,3}$/.test(number)) return null;
  const isKnown = typeof reason === 'string' && /^[a-z_]{1,40}$/.test(reason);
  return { number: Number(number), reason: isKnown ? reason : 'unknown' };
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Length': 0 });
  response.end();
}

function send(response: ServerResponse, body: string | object): void {
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
