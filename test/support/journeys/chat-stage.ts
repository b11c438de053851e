import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/program.ts';
import type { Notice } from '../../../src/domain/notices/notice.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { at as localTime, type Shipped, shipped } from '../playbooks.ts';
import { putNotices } from './announced.ts';
import type { Actor, Heard, Opening, Stage, StageMaker } from './stage.ts';

interface Printed {
  readonly to: string;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly fields?: readonly { readonly id: string; readonly value: string }[];
}

/** The `chat` command, which takes a line only when it has done all that the one before brought about. */
class ChatRun {
  readonly printed: Printed[] = [];
  readonly #lines: string[] = [];
  readonly #ended: Promise<number>;
  #errors = '';
  #wanted: () => void = () => undefined;
  #fed: () => void = () => undefined;
  #closed = false;

  constructor(words: readonly string[]) {
    const terminal = {
      out: (text: string) => void this.printed.push(...printedIn(text)),
      err: (text: string) => {
        this.#errors += text;
      },
      lines: () => this.#read(),
      environment: { LOG_LEVEL: 'silent' },
      clock: systemClock,
    };
    this.#ended = run(terminal, ['chat', '--json', ...words]);
  }

  /** Gives it a line, and waits until it asks for the next one. */
  async feed(line: string): Promise<void> {
    const asked = new Promise<void>((resolve) => {
      this.#wanted = resolve;
    });
    this.#lines.push(line);
    this.#fed();
    const code = await Promise.race([asked, this.#ended]);
    if (code !== undefined) throw new Error(`chat ended with ${code}: ${this.#errors}`);
  }

  async end(): Promise<void> {
    this.#closed = true;
    this.#fed();
    const code = await this.#ended;
    if (code !== 0) throw new Error(`chat ended with ${code}: ${this.#errors}`);
  }

  async *#read(): AsyncGenerator<string> {
    for (;;) {
      const line = this.#lines.shift();
      if (line !== undefined) {
        yield line;
        if (this.#lines.length === 0) this.#wanted();
      } else if (this.#closed) return;
      else
        await new Promise<void>((resolve) => {
          this.#fed = resolve;
        });
    }
  }
}

function printedIn(text: string): Printed[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Several people through one command each, one after the other, on one folder. */
class ChatStage implements Stage {
  readonly #organisation: Shipped;
  readonly #folder = mkdtempSync(join(tmpdir(), 'driftvakt-journey-'));
  readonly #offered = new Map<string, Printed[]>();
  #now: Temporal.ZonedDateTime;
  #run: { readonly of: string; readonly chat: ChatRun } | null = null;

  /** What was printed to somebody while another one was at the terminal. */
  readonly #unread = new Map<string, Printed[]>();

  constructor({ organisation, at }: Opening) {
    this.#organisation = organisation;
    this.#now = localTime(shipped(organisation), at);
  }

  say(actor: Actor, text: string): Promise<Heard[]> {
    return this.#feed(actor, text);
  }

  press(actor: Actor, label: string): Promise<Heard[]> {
    return this.pressForwarded(actor, actor, label);
  }

  pressForwarded(actor: Actor, of: Actor, label: string): Promise<Heard[]> {
    const offered = this.#offered.get(of.user)?.flatMap(({ choices }) => choices) ?? [];
    const choice = offered.findLast((each) => each.label === label);
    if (choice === undefined) throw new Error(`nobody offered "${label}"`);
    return this.#feed(actor, `#${choice.id}`);
  }

  /** A line of the terminal has all fields that it fills in; it shows what each held. */
  fill(actor: Actor, label: string, changed: Readonly<Record<string, string>>): Promise<Heard[]> {
    const form = this.#offered.get(actor.user)?.findLast(({ fields }) => fields !== undefined);
    const choice = form?.choices.find((each) => each.label === label);
    if (form === undefined || choice === undefined) throw new Error(`nobody offered "${label}"`);
    const held = Object.fromEntries((form.fields ?? []).map(({ id, value }) => [id, value]));
    return this.#feed(actor, `#${choice.id} ${new URLSearchParams({ ...held, ...changed })}`);
  }

  async wait(actor: Actor, duration: string): Promise<Heard[]> {
    // A run that begins now begins before the time passes.
    await this.#chatOf(actor);
    this.#now = this.#now.add(duration);
    return this.#feed(actor, `@+${duration}`);
  }

  waitFor(actor: Actor, duration: string): Promise<Heard[]> {
    return this.wait(actor, duration);
  }

  async look({ user }: Actor): Promise<Heard[]> {
    const unread = this.#unread.get(user) ?? [];
    this.#unread.set(user, []);
    return this.#take(user, unread);
  }

  /** Before anything happens. */
  async announced(notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const store = openSqliteStore({ file: join(this.#folder, 'chat.sqlite') });
    await putNotices(store, notices);
    await store.close();
  }

  /** A terminal hands nothing over. */
  async solveInTopdesk(): Promise<void> {
    await Promise.resolve();
  }

  async close(): Promise<void> {
    await this.#run?.chat.end();
    rmSync(this.#folder, { recursive: true });
  }

  async #feed(actor: Actor, line: string): Promise<Heard[]> {
    const chat = await this.#chatOf(actor);
    const before = chat.printed.length;
    await chat.feed(line);
    const to = actor.desk === true ? 'desk' : actor.user;
    const printed = chat.printed.slice(before);
    for (const each of printed.filter((other) => other.to !== to))
      this.#unread.set(each.to, [...(this.#unread.get(each.to) ?? []), each]);
    return this.#take(
      actor.user,
      printed.filter((each) => each.to === to),
    );
  }

  #take(user: string, heard: readonly Printed[]): Heard[] {
    this.#offered.set(user, [...(this.#offered.get(user) ?? []), ...heard]);
    return heard.map(({ text, choices }) => ({ text, labels: choices.map(({ label }) => label) }));
  }

  async #chatOf(actor: Actor): Promise<ChatRun> {
    if (this.#run?.of === actor.user) return this.#run.chat;
    await this.#run?.chat.end();
    const chat = new ChatRun(this.#words(actor));
    this.#run = { of: actor.user, chat };
    return chat;
  }

  #words({ user, role, site, locale, desk = false }: Actor): string[] {
    const about = Object.entries({ role, site, locale }).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, value],
    );
    const time = this.#now.toString({ timeZoneName: 'never' });
    const where = ['--org', this.#organisation, '--data', this.#folder, '--at', time];
    return [...where, '--user', user, ...about, ...(desk ? ['--desk'] : [])];
  }
}

/** Through the real `chat` command. */
export const chatStage: StageMaker = {
  name: 'the chat command',
  isAvailable: () => true,
  async open(opening) {
    const stage = new ChatStage(opening);
    await stage.announced(opening.notices);
    return stage;
  },
};
