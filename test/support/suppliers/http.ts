import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine for one test. */
export interface LocalServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** @param handle gets each request with its body */
export async function localServer(
  handle: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void,
  port = 0,
): Promise<LocalServer> {
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    try {
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    } catch {
      // Whoever asked is gone.
      return;
    }
    handle(request, Buffer.concat(parts), response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
