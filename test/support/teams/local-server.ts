import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestCertificate } from './certificate.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** A server of this machine, on a port of its own. */
export interface LocalServer {
  /** Without a slash at the end. */
  readonly address: string;
  /** Breaks off every connection. */
  stop(): void;
}

/** Starts one; over https if there is a certificate. */
export async function startServer(handle: Handle, secure?: TestCertificate): Promise<LocalServer> {
  const run = (request: IncomingMessage, response: ServerResponse) => void handle(request, response);
  const server: Server =
    secure === undefined
      ? createServer(run)
      : createSecureServer({ cert: secure.certificate, key: secure.privateKey }, run);
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: secure === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The text of a request's body; null if the sender went away. */
export async function textOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  } catch {
    return null;
  }
  return Buffer.concat(parts).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, answer: object, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(answer));
}
