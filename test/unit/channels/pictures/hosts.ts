import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createRawServer } from 'node:net';
import { answer } from '../../../support/answer.ts';
import { samplePicture } from '../../../support/pictures.ts';
import type { Certificate } from './certificate.ts';

export const PICTURE = samplePicture('image/png', 3000);
export const TOKEN = 'a.secret.token';

/** A host of pictures, and what it was asked. */
export interface Host {
  readonly port: number;
  /** `host:port`, as an address writes it. */
  readonly at: string;
  /** Each request: its path, and what was in `Authorization`. */
  readonly asked: { readonly path: string; readonly authorization: string | undefined }[];
  stop(): void;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server; with a certificate it speaks TLS. */
export async function host(answer: Answer, ip = '127.0.0.1', certificate?: Certificate): Promise<Host> {
  const asked: Host['asked'] = [];
  const listener: RequestListener = (request, response) => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization });
    answer(request, response);
  };
  const server =
    certificate === undefined ? createServer(listener) : createSecureServer(certificate, listener);
  const port = await listening(server, ip);
  return {
    ...{ port, asked, at: `${ip}:${port}` },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A server that writes bytes of its own making, and counts who came. */
export async function rawHost(answer: (socket: Socket) => void): Promise<Host> {
  const asked: Host['asked'] = [];
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', (request: Buffer) => {
      asked.push({ path: request.toString().split(' ')[1] ?? '', authorization: undefined });
      answer(socket);
    });
  });
  const port = await listening(server, '127.0.0.1');
  const stop = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { ...{ port, asked, at: `127.0.0.1:${port}` }, stop };
}

async function listening(server: Server, ip: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, ip, resolve));
  return (server.address() as AddressInfo).port;
}

/** Answers with the picture. */
export const shows: Answer = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': PICTURE.length });
  response.end(PICTURE);
};

/** Answers by pointing somewhere else. */
export const pointsTo =
  (location: string, status = 302): Answer =>
  (_request, response) => {
    answer(response, status, { Location: location });
  };

/** Answers with the picture to who has the token, else with 401. */
export const wantsToken: Answer = (request, response) => {
  if (request.headers.authorization === `Bearer ${TOKEN}`) shows(request, response);
  else answer(response, 401);
};
