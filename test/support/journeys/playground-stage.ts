import { Browser, hasBrowser } from '../browser.ts';
import { at as localTime, type Shipped, shipped } from '../playbooks.ts';
import { Playground } from '../playground.ts';
import { ServiceProcess } from '../service-process.ts';
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
    return answersOn(page);
  }

  async press(actor: Actor, label: string): Promise<Heard[]> {
    const page = await this.#pageOf(actor);
    await page.press(label);
    return answersOn(page);
  }

  async wait(actor: Actor, duration: string): Promise<Heard[]> {
    this.#now = this.#now.add(duration);
    const page = await this.#pageOf(actor);
    await page.moveClock(this.#local());
    return answersOn(page);
  }

  async close(): Promise<void> {
    for (const page of this.#pages.values()) await page.close();
    if (this.#alone) await this.#service.stop();
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

async function answersOn(page: Playground): Promise<Heard[]> {
  return (await page.answers()).map(({ text, choices }) => ({ text, labels: choices }));
}

/** Through the web playground, in a real browser. */
export const playgroundStage: StageMaker = {
  name: 'the playground',
  isAvailable: hasBrowser,
  async open(organisation, at, alone) {
    if (!alone) service ??= startService();
    return new PlaygroundStage(
      organisation,
      at,
      await (alone ? startService() : (service ?? startService())),
      alone,
    );
  },
};
