import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A request to a bot. */
export interface Posted {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const END_OF_HEAD = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';

/** A request as it goes over the line, made before the clock runs: who measures should take as little time as may be. */
export function bytesOf({ path, headers, body }: Posted): Buffer {
  const length = Buffer.byteLength(body);
  const lines = Object.entries({ Host: '127.0.0.1', ...headers, 'Content-Length': `${length}` });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${head}\r\n${body}`);
}

/**
 * One connection that stays open, for one request after the other. Node's own client takes as long for a request as a
 * bot does, and would take it from whoever needs more than one processor.
 */
export class Caller {
  readonly #socket: Socket;
  #read = '';
  #answered: ((status: number) => void) | null = null;

  static async to(port: number): Promise<Caller> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    return new Caller(socket);
  }

  private constructor(socket: Socket) {
    this.#socket = socket.setEncoding('latin1').on('data', (part) => this.#take(String(part)));
  }

  /** @returns the status, once the whole answer is there */
  post(request: Buffer): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const lost = (): void => reject(new Error('the connection ended before the answer'));
    this.#socket.once('close', lost);
    this.#answered = (status) => {
      this.#socket.off('close', lost);
      resolve(status);
    };
    this.#socket.write(request);
    return promise;
  }

  end(): void {
    this.#socket.destroy();
  }

  #take(part: string): void {
    this.#read += part;
    if (!isWhole(this.#read)) return;
    const status = Number(this.#read.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    this.#read = '';
    this.#answered?.(status);
  }
}

/** Whether an answer is there to its end, by its length or its last chunk. */
function isWhole(read: string): boolean {
  const end = read.indexOf(END_OF_HEAD);
  if (end === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(read.slice(0, end + 2))?.[1];
  if (length !== undefined) return read.length >= end + END_OF_HEAD.length + Number(length);
  return read.endsWith(LAST_CHUNK);
}
