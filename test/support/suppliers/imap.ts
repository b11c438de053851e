import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A mail as it lies in the mailbox. */
interface Lying {
  readonly uid: number;
  readonly source: Buffer;
}

export const MAILBOX_USER = { user: 'bot', password: 'r "quoted" \\ word' };

/**
 * A mailbox on this machine that speaks as much of IMAP4rev1 (RFC 3501) and IDLE (RFC 2177) as reading it takes, over a real
 * connection: literals, untagged answers, and words in the midst of IDLE.
 */
export class ImapServer {
  readonly #mails: Lying[] = [];
  readonly #sessions = new Set<Session>();
  readonly #server: Server;
  validity = 1_700_000_000;
  logins = 0;
  refuses = false;
  /** The numbers of mails that were fetched, in order. */
  readonly fetched: number[] = [];
  #next = 1;

  private constructor() {
    this.#server = createServer((socket) => {
      const session = new Session(this, socket);
      this.#sessions.add(session);
      socket.on('close', () => this.#sessions.delete(session)).on('error', () => undefined);
    });
  }

  static async start(port = 0): Promise<ImapServer> {
    const imap = new ImapServer();
    imap.#server.listen(port, '127.0.0.1');
    await once(imap.#server, 'listening');
    return imap;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** As DRIFTVAKT_IMAP_URL takes it. */
  get address(): string {
    const { user, password } = MAILBOX_USER;
    return `imap://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/INBOX`;
  }

  /** How many are connected now. */
  get connections(): number {
    return this.#sessions.size;
  }

  get mails(): readonly Lying[] {
    return this.#mails;
  }

  get nextUid(): number {
    return this.#next;
  }

  /** A mail comes in. */
  receive(source: string): void {
    this.#mails.push({ uid: this.#next++, source: Buffer.from(source.replaceAll(/\r?\n/g, '\r\n')) });
    for (const session of this.#sessions) session.tell();
  }

  /** Numbers all mails anew, as after a restored backup. */
  renumber(): void {
    this.validity++;
    this.#next = this.#mails.length + 1;
    for (const [i, mail] of this.#mails.entries()) this.#mails[i] = { ...mail, uid: i + 1 };
  }

  /** All connections break. */
  cut(): void {
    for (const session of this.#sessions) session.end();
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

class Session {
  readonly #imap: ImapServer;
  readonly #socket: Socket;
  #buffer = '';
  /** A command whose literal is not whole yet. */
  #begun = '';
  #isSelected = false;
  #told = 0;
  #idle: string | null = null;

  constructor(imap: ImapServer, socket: Socket) {
    this.#imap = imap;
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (data) => this.#hear(String(data)));
    this.#say('* OK [CAPABILITY IMAP4rev1 IDLE] here');
  }

  /** In the midst of IDLE at once; else when it is asked something. */
  tell(): void {
    const { length } = this.#imap.mails;
    if (!this.#isSelected || this.#idle === null || this.#told === length) return;
    this.#told = length;
    this.#say(`* ${length} EXISTS`);
  }

  end(): void {
    this.#socket.destroy();
  }

  #say(line: string | Buffer): void {
    if (this.#socket.destroyed) return;
    this.#socket.write(line);
    if (typeof line === 'string') this.#socket.write('\r\n');
  }

  #hear(data: string): void {
    this.#buffer += data;
    for (;;) {
      const end = this.#buffer.indexOf('\r\n');
      if (end === -1) return;
      const line = this.#begun + this.#buffer.slice(0, end);
      this.#buffer = this.#buffer.slice(end + 2);
      this.#begun = '';
      const [, size] = /\{(\d+)\+?\}$/.exec(line) ?? [];
      if (size === undefined) {
        this.#take(line);
        continue;
      }
      this.#say('+ go on');
      this.#begun = `${line.replace(/\{\d+\+?\}$/, '')}${this.#literal(Number(size))}`;
    }
  }

  /** Literals of a client are short, and come at once in these tests. */
  #literal(size: number): string {
    const literal = this.#buffer.slice(0, size);
    this.#buffer = this.#buffer.slice(size);
    return JSON.stringify(literal);
  }

  #take(line: string): void {
    if (this.#idle !== null && line.toUpperCase() === 'DONE') {
      this.#say(`${this.#idle} OK idled`);
      this.#idle = null;
      return;
    }
    const [, tag = '*', command = '', rest = ''] = /^(\S+) (UID \S+|\S+) ?(.*)$/is.exec(line) ?? [];
    this.#answer(tag, command.toUpperCase(), rest);
  }

  #answer(tag: string, command: string, rest: string): void {
    switch (command) {
      case 'CAPABILITY':
        this.#say('* CAPABILITY IMAP4rev1 IDLE');
        return this.#say(`${tag} OK done`);
      case 'LOGIN':
        return this.#login(tag, rest);
      case 'LIST':
      case 'LSUB':
        this.#say('* LIST (\\HasNoChildren) "/" INBOX');
        return this.#say(`${tag} OK done`);
      case 'SELECT':
      case 'EXAMINE':
        return this.#select(tag, command);
      case 'UID SEARCH':
        return this.#search(tag, rest);
      case 'UID FETCH':
        return this.#fetch(tag, rest);
      case 'IDLE':
        this.#idle = tag;
        this.#say('+ idling');
        return this.tell();
      case 'LOGOUT':
        this.#say('* BYE bye');
        this.#say(`${tag} OK done`);
        this.#socket.end();
        return;
      case 'NOOP':
        this.#say(`* ${this.#imap.mails.length} EXISTS`);
        return this.#say(`${tag} OK done`);
      default:
        return this.#say(`${tag} BAD unknown command`);
    }
  }

  #login(tag: string, rest: string): void {
    this.#imap.logins++;
    const words = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) =>
      (quoted ?? plain ?? '').replaceAll(/\\(.)/g, '$1'),
    );
    const { user, password } = MAILBOX_USER;
    const isRight = !this.#imap.refuses && words[0] === user && words[1] === password;
    this.#say(isRight ? `${tag} OK in` : `${tag} NO [AUTHENTICATIONFAILED] wrong`);
  }

  #select(tag: string, command: string): void {
    this.#isSelected = true;
    this.#told = this.#imap.mails.length;
    this.#say('* FLAGS (\\Seen)');
    this.#say(`* ${this.#imap.mails.length} EXISTS`);
    this.#say('* 0 RECENT');
    this.#say(`* OK [UIDVALIDITY ${this.#imap.validity}] valid`);
    this.#say(`* OK [UIDNEXT ${this.#imap.nextUid}] next`);
    this.#say(`${tag} OK [${command === 'EXAMINE' ? 'READ-ONLY' : 'READ-WRITE'}] done`);
  }

  /** As a server answers `UID n:*`: the last one is always among them. */
  #search(tag: string, rest: string): void {
    const [, from = '1'] = /UID (\d+):\*/i.exec(rest) ?? [];
    const uids = this.#imap.mails.map(({ uid }) => uid);
    const found = uids.filter((uid) => uid >= Number(from));
    const last = uids.at(-1);
    if (found.length === 0 && last !== undefined) found.push(last);
    this.#say(`* SEARCH${found.map((uid) => ` ${uid}`).join('')}`);
    this.#say(`${tag} OK done`);
  }

  #fetch(tag: string, rest: string): void {
    const wanted = uidsIn(rest.split(' ')[0] ?? '');
    const [, most] = /BODY(?:\.PEEK)?\[\]<0\.(\d+)>/i.exec(rest) ?? [];
    const partial = most === undefined ? '' : '<0>';
    for (const [i, { uid, source }] of this.#imap.mails.entries()) {
      if (!wanted(uid)) continue;
      this.#imap.fetched.push(uid);
      const bytes = most === undefined ? source : source.subarray(0, Number(most));
      this.#say(Buffer.from(`* ${i + 1} FETCH (UID ${uid} BODY[]${partial} {${bytes.length}}\r\n`));
      this.#say(bytes);
      this.#say(')');
    }
    this.#say(`${tag} OK done`);
  }
}

/** `1,4:7` */
function uidsIn(set: string): (uid: number) => boolean {
  const ranges = set
    .split(',')
    .map((part) => part.split(':').map((end) => (end === '*' ? Infinity : Number(end))));
  return (uid) => ranges.some(([from = 0, to = from]) => uid >= from && uid <= to);
}
