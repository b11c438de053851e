import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A letter as the server took it. */
export interface TakenLetter {
  readonly to: readonly string[];
  readonly raw: string;
}

/** What the server does with the next letter instead of taking it. */
export type MailFault =
  | { readonly at: 'recipient' | 'end'; readonly status: number }
  /** It has all of the letter, keeps it, and the connection breaks before it says so. */
  | { readonly at: 'cut' };

/** A real mail server on this machine, which keeps what it takes and fails as it is told. */
export class MailServer {
  readonly letters: TakenLetter[] = [];
  readonly faults: MailFault[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onAuth: ({ username, password }, _session, done) =>
        username === 'bot' && password === 'right'
          ? done(null, { user: 'bot' })
          : done(new Error('wrong password')),
      onRcptTo: (_address, _session, done) => done(this.#refusal('recipient')),
      onData: (stream, session, done) => void this.#take(stream, session, done),
    });
    // A connection that we cut ourselves is no fault of the test.
    this.#server.on('error', () => undefined);
  }

  static async start(): Promise<MailServer> {
    const server = new MailServer();
    const listening = server.#server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return server;
  }

  /** As DRIFTVAKT_SMTP_URL takes it. */
  addressFor(credentials = ''): string {
    const { port } = this.#server.server.address() as AddressInfo;
    return `smtp://${credentials}127.0.0.1:${port}/?ignoreTLS=true`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #take(
    stream: SMTPServerDataStream,
    { envelope }: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const parts: Buffer[] = [];
    try {
      for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
    } catch {
      // Whoever wrote it died half way: it has no letter.
      return;
    }
    const refusal = this.#refusal('end');
    if (refusal !== null) return done(refusal);
    const to = envelope.rcptTo.map(({ address }) => address);
    this.letters.push({ to, raw: Buffer.concat(parts).toString('utf8') });
    if (this.faults[0]?.at !== 'cut') return done();
    this.faults.shift();
    for (const connection of this.#server.connections as Iterable<{ _socket: { destroy(): void } }>)
      connection._socket.destroy();
  }

  #refusal(at: 'recipient' | 'end'): Error | null {
    const [next] = this.faults;
    if (next?.at !== at) return null;
    this.faults.shift();
    return Object.assign(new Error('as the test wants it'), { responseCode: next.status });
  }
}

/** A header of a letter, unfolded; null if it has none of this name. */
export function headerOf({ raw }: TakenLetter, name: string): string | null {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}: `));
  return line?.slice(name.length + 2) ?? null;
}

/** The words of a letter's plain part, with what its transport encoded decoded. */
export function wordsOf({ raw }: TakenLetter): string {
  const [, part = ''] = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw) ?? [];
  const [head = ''] = /Content-Type: text\/plain[\s\S]*?\r\n\r\n/.exec(raw) ?? [];
  if (/base64/i.test(head)) return Buffer.from(part, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return part;
  const bytes = part
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
