import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notice } from '../../../src/domain/notices/notice.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { Browser, hasBrowser } from '../browser.ts';
import { at as localTime, type Shipped, shipped } from '../playbooks.ts';
import { Playground, type ShownMessage } from '../playground.ts';
import { ServiceProcess } from '../service-process.ts';
import { putNotices } from './announced.ts';
import type { Actor, Heard, Stage, StageMaker } from './stage.ts';

let browser: Promise<Browser> | null = null;
let service: Promise<ServiceProcess> | null = null;
let stages = 0;
const MOST_PAGES = 3;

/** One browser for all journeys; it is closed after the last test. */
function sharedBrowser(): Promise<Browser> {
  browser ??= Browser.start();
  return browser;
}

after(async () => {
  await (await browser)?.stop();
  await (await service)?.stop();
});

function startService(): Promise<ServiceProcess> {
  return ServiceProcess.start({ DRIFTVAKT_STORE: ':memory:', LOG_LEVEL: 'error' });
}

/** A page for each person; their names are of this story alone. */
class PlaygroundStage implements Stage {
  readonly #organisation: Shipped;
  readonly #service: ServiceProcess;
  readonly #alone: boolean;
  readonly #story = ++stages;
  readonly #pages = new Map<string, Playground>();
  /** How many messages of the bot somebody has read. */
  readonly #seen = new Map<string, number>();
  #now: Temporal.ZonedDateTime;

  constructor(organisation: Shipped, at: string, service: ServiceProcess, alone: boolean) {
    this.#alone = alone;
    this.#organisation = organisation;
    this.#service = service;
    this.#now = localTime(shipped(organisation), at);
  }

  async say(actor: Actor, text: string): Promise<Heard[]> {
    const page = await this.#pageOf(actor);
    await page.say(text);
    return this.#read(actor, await page.answers(), page);
  }

  async press(actor: Actor, label: string): Promise<Heard[]> {
    const page = await this.#pageOf(actor);
    await page.press(label);
    return this.#read(actor, await page.answers(), page);
  }

  /** A page presses only what stands on it. */
  pressForwarded(): Promise<Heard[]> {
    return Promise.reject(new Error('nothing can be forwarded here'));
  }

  /** Stories with forms are those that run; this channel is in none of them. */
  fill(): Promise<Heard[]> {
    return Promise.reject(new Error('no form is filled in here'));
  }

  async solveInTopdesk(): Promise<void> {
    await Promise.resolve();
  }

  async wait(actor: Actor, duration: string): Promise<Heard[]> {
    this.#now = this.#now.add(duration);
    const page = await this.#pageOf(actor);
    await page.moveClock(this.#local());
    return this.#read(actor, await page.answers(), page);
  }

  async waitFor(actor: Actor, duration: string): Promise<Heard[]> {
    const page = await this.#pageOf(actor);
    this.#seen.set(actor.user, (await botMessages(page)).length);
    this.#now = this.#now.add(duration);
    await page.moveClock(this.#local());
    return this.look(actor);
  }

  async look(actor: Actor): Promise<Heard[]> {
    const page = await this.#pageOf(actor);
    const seen = this.#seen.get(actor.user) ?? 0;
    const next = page.page.locator('#chat-log [data-from="bot"]').nth(seen);
    await next.waitFor({ state: 'attached', timeout: 5000 });
    return this.#read(actor, (await botMessages(page)).slice(seen), page);
  }

  async close(): Promise<void> {
    for (const page of this.#pages.values()) await page.close();
    if (this.#alone) await this.#service.stop();
  }

  async #read({ user }: Actor, shown: readonly ShownMessage[], page: Playground): Promise<Heard[]> {
    this.#seen.set(user, (await botMessages(page)).length);
    return shown.map(({ text, choices }) => ({ text, labels: choices }));
  }

  async #pageOf(actor: Actor): Promise<Playground> {
    const open = this.#pages.get(actor.user);
    if (open !== undefined) {
      await open.settled();
      return open;
    }
    await this.#makeRoom();
    const page = await Playground.open(await sharedBrowser(), this.#service.address, {
      locale: shipped(this.#organisation).languages[0],
      ...{ desk: false, ...actor, user: `${actor.user}-${this.#story}` },
      ...{ organisation: this.#organisation, at: this.#local() },
    });
    this.#pages.set(actor.user, page);
    return page;
  }

  /** A browser holds few lines open to one address: who has spoken first leaves. */
  async #makeRoom(): Promise<void> {
    const [first] = this.#pages;
    if (first === undefined || this.#pages.size < MOST_PAGES) return;
    this.#pages.delete(first[0]);
    await first[1].close();
  }

  #local(): string {
    return this.#now.toPlainDateTime().toString({ smallestUnit: 'minute' });
  }
}

async function botMessages(page: Playground): Promise<ShownMessage[]> {
  return (await page.messages()).filter(({ from }) => from === 'bot');
}

/** A service of its own, on a store in which IT has announced something. */
async function announcedService(notices: readonly Notice[]): Promise<ServiceProcess> {
  const file = join(mkdtempSync(join(tmpdir(), 'driftvakt-announced-')), 'store.sqlite');
  const store = openSqliteStore({ file });
  await putNotices(store, notices);
  await store.close();
  return ServiceProcess.start({ DRIFTVAKT_STORE: file, LOG_LEVEL: 'error' });
}

/** Through the web playground, in a real browser. */
export const playgroundStage: StageMaker = {
  name: 'the playground',
  goesOn: true,
  isAvailable: hasBrowser,
  async open({ organisation, at, alone, notices }) {
    if (notices.length > 0)
      return new PlaygroundStage(organisation, at, await announcedService(notices), true);
    if (!alone) service ??= startService();
    const own = await (alone ? startService() : (service ?? startService()));
    return new PlaygroundStage(organisation, at, own, alone);
  },
};
