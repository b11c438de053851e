import type { IncomingMessage, ServerResponse } from 'node:http';
import { SAFETY } from './exchange.ts';
import type { LiveHub } from './live.ts';
import type { Renderer } from './rendered.ts';

/** So often something is sent, so that nothing on the way takes the stream for dead. */
const HEARTBEAT_MS = 15_000;
/** After so long a browser comes back by itself. */
const RETRY_MS = 1000;

/** Whose replies to send, and another conversation of which only is said that something came. */
export interface Streamed {
  readonly conversation: string;
  readonly watched: string | null;
}

/**
 * Sends each reply of a conversation as it comes, as server-sent events. What was missed between two streams stands in
 * the transcript, so nothing is repeated here.
 * @returns resolves when the stream ended
 */
export function stream(
  request: IncomingMessage,
  response: ServerResponse,
  live: LiveHub,
  { conversation, watched }: Streamed,
  renderer: Renderer,
): Promise<void> {
  return new Promise((resolve) => {
    response.writeHead(200, { ...SAFETY, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    response.write(`retry: ${RETRY_MS}\n\n`);
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    heartbeat.unref();
    const tell = (event: string, data: unknown) => {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    const end = () => response.end();
    const subscriptions = [
      live.subscribe(conversation, (reply) => tell('reply', renderer.reply(reply)), end),
      ...(watched === null ? [] : [live.subscribe(watched, () => tell('desk', {}), end)]),
    ];
    response.once('close', () => {
      clearInterval(heartbeat);
      for (const unsubscribe of subscriptions) unsubscribe();
      resolve();
    });
    request.socket.setNoDelay(true);
  });
}
