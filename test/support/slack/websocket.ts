import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's side of a WebSocket (RFC 6455), as much of it as Socket Mode needs: texts, pings, closing. */
export interface ServerSocket {
  send(text: string): void;
  ping(): void;
  /** Says goodbye in order. */
  close(code: number): void;
  /** Breaks the connection. */
  drop(): void;
}

/** What comes from the client. */
export interface SocketEvents {
  text(text: string): void;
  /** It is over, in order or not; once. */
  closed(): void;
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OP = { more: 0, text: 1, close: 8, ping: 9, pong: 10 } as const;

/** Takes over a connection that asked for it. @param lingers keeps it open after both have said goodbye, as Slack does */
export function acceptSocket(
  request: IncomingMessage,
  socket: Duplex,
  events: SocketEvents,
  lingers: () => boolean,
): ServerSocket {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  );
  const state = { isOver: false, saidGoodbye: false };
  const over = () => {
    if (state.isOver) return;
    state.isOver = true;
    events.closed();
  };
  const write = (op: number, data: Buffer) => {
    if (!socket.destroyed) socket.write(frame(op, data));
  };
  const goodbye = (data: Buffer) => {
    if (!state.saidGoodbye) write(OP.close, data);
    state.saidGoodbye = true;
  };
  const texts: Buffer[] = [];
  const take = ({ op, isLast, data }: Frame) => {
    if (op === OP.ping) return write(OP.pong, data);
    if (op === OP.close) {
      goodbye(data);
      over();
      if (!lingers()) socket.end();
      return;
    }
    if (op !== OP.text && op !== OP.more) return;
    texts.push(data);
    if (isLast) events.text(Buffer.concat(texts.splice(0)).toString('utf8'));
  };
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (let found = nextFrame(rest); found !== null; found = nextFrame(rest)) {
      rest = rest.subarray(found.length);
      take(found);
    }
  });
  // A connection that is broken off ends with an error or without; either way it is over.
  socket.on('error', over);
  socket.on('close', over);
  return {
    send: (text) => write(OP.text, Buffer.from(text)),
    ping: () => write(OP.ping, Buffer.from('ping')),
    close: (code) => goodbye(Buffer.from([code >> 8, code & 0xff])),
    drop: () => socket.destroy(),
  };
}

interface Frame {
  readonly op: number;
  readonly isLast: boolean;
  readonly data: Buffer;
  /** Of the whole frame, in bytes. */
  readonly length: number;
}

/** The first frame of what came, unmasked; null: not all of it is there yet. */
function nextFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const [first = 0, second = 0] = bytes;
  const short = second & 0x7f;
  const sizeEnd = short === 126 ? 4 : short === 127 ? 10 : 2;
  const start = sizeEnd + 4;
  if (bytes.length < start) return null;
  const size =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < start + size) return null;
  const mask = bytes.subarray(sizeEnd, start);
  const data = Buffer.from(bytes.subarray(start, start + size).map((byte, at) => byte ^ (mask[at % 4] ?? 0)));
  return { op: first & 0x0f, isLast: (first & 0x80) !== 0, data, length: start + size };
}

function frame(op: number, data: Buffer): Buffer {
  const { length } = data;
  if (length < 126) return Buffer.concat([Buffer.from([0x80 | op, length]), data]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = 0x80 | op;
  head[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, data]);
}
