import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BoardParts, BoardSession } from './parts.ts';

/** So often something is sent, so that nothing on the way takes the stream for dead; and it is seen whether the session holds. */
const HEARTBEAT_MS = 15_000;
/** After so long a browser comes back by itself. */
const RETRY_MS = 2000;

/**
 * Says which version of the board holds: at once, and whenever it has changed, as server-sent events. What was missed
 * between two streams shows by the version.
 * @param holds whether the reader may still see it
 * @returns resolves when the stream ended
 */
export function streamVersions(
  request: IncomingMessage,
  response: ServerResponse,
  { read, watch }: Pick<BoardParts, 'read' | 'watch'>,
  { organisation }: Pick<BoardSession, 'organisation'>,
  holds: () => Promise<boolean>,
): Promise<void> {
  return new Promise((resolve) => {
    response.writeHead(200, {
      ...{ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
      'X-Content-Type-Options': 'nosniff',
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
    const end = (): void => void response.end();
    const tell = async (): Promise<void> => {
      if (!(await holds())) return end();
      const { version } = await read(organisation);
      response.write(`event: version\ndata: ${hash('sha256', version).slice(0, 16)}\n\n`);
    };
    const saying = (): void => void tell().catch(end);
    const unsubscribe = watch.subscribe(organisation, saying, end);
    const heartbeat = setInterval(saying, HEARTBEAT_MS);
    heartbeat.unref();
    response.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      resolve();
    });
    request.socket.setNoDelay(true);
    saying();
  });
}
