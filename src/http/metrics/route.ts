import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChannelRoute } from '../server.ts';
import type { Instruments, StoreReading } from './instruments.ts';

/** What the route needs from around it. */
export interface MetricsParts {
  readonly instruments: Instruments;
  /** Who asks with this may; undefined: only this machine may. */
  readonly token: string | undefined;
  /** How the store is; rejects if it cannot be used. */
  readonly reading: () => Promise<StoreReading>;
  /** ms since 1970 UTC. */
  readonly now: () => number;
}

const REFUSAL =
  'Only this machine, without a proxy between, or who sends DRIFTVAKT_METRICS_TOKEN as "Authorization: Bearer …".\n';

/** `/metrics`, in the text format of Prometheus (docs/metrics.md). */
export function metricsRoute(parts: MetricsParts): ChannelRoute {
  return {
    method: 'GET',
    path: '/metrics',
    async handle(request, response) {
      if (!mayRead(request, parts.token)) return refuse(response);
      const { instruments, now } = parts;
      const reading = await parts.reading().catch(() => null);
      const text = await instruments.text(reading, now());
      response.writeHead(200, { 'Content-Type': instruments.contentType, 'Cache-Control': 'no-store' });
      response.end(text);
    },
  };
}

function mayRead(request: IncomingMessage, token: string | undefined): boolean {
  const [, given] = /^Bearer ([^\s]{1,200})$/.exec(request.headers.authorization ?? '') ?? [];
  if (given !== undefined) return token !== undefined && isSame(given, token);
  return isFromHere(request);
}

/** Whoever comes through a proxy on this machine is somewhere else. */
function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => headers[name] !== undefined,
  );
  return (
    !isForwarded && /^(?:::1|(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/.test(socket.remoteAddress ?? '')
  );
}

/** In time that does not tell how much of it was right. */
function isSame(given: string, token: string): boolean {
  const [one, other] = [given, token].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(REFUSAL);
}
