import { Browser, hasBrowser } from '../browser.ts';
import { at as localTime, type Shipped, shipped } from '../playbooks.ts';
import { Playground } from '../playground.ts';
import { ServiceProcess } from '../service-process.ts';
import type { Actor, Heard, Stage, StageMaker } from './stage.ts';

let browser: Promise<Browser> | null = null;

/** One browser for all journeys; it is closed after the last test. */
function sharedBrowser(): Promise<Browser> {
  browser ??= Browser.start();
  return browser;
}

after(async () => {
  await (await browser)?.stop();
});

/** A service of its own, and a page for each person. */
class PlaygroundStage implements Stage {
  readonly #organisation: Shipped;
  readonly #service: ServiceProcess;
  readonly #pages = new Map<string, Playground>();
  #now: Temporal.ZonedDateTime;

  constructor(organisation: Shipped, at: string, service: ServiceProcess) {
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
    const before = (await page.messages()).length;
    await page.moveClock(this.#local());
    return heard((await page.messages()).slice(before));
  }

  async close(): Promise<void> {
    for (const page of this.#pages.values()) await page.close();
    await this.#service.stop();
  }

  async #pageOf(actor: Actor): Promise<Playground> {
    const open = this.#pages.get(actor.user);
    if (open !== undefined) {
      await open.settled();
      return open;
    }
    const page = await Playground.open(await sharedBrowser(), this.#service.address, {
      locale: shipped(this.#organisation).languages[0],
      ...{ ...actor, organisation: this.#organisation, at: this.#local() },
    });
    this.#pages.set(actor.user, page);
    return page;
  }

  #local(): string {
    return this.#now.toPlainDateTime().toString({ smallestUnit: 'minute' });
  }
}

type Shown = Awaited<ReturnType<Playground['messages']>>[number];

/** What the bot said since the person last spoke. */
async function answersOn(page: Playground): Promise<Heard[]> {
  const all = await page.messages();
  const mine = all.findLastIndex(({ from }) => from === 'me');
  return heard(all.slice(mine + 1));
}

function heard(shown: readonly Shown[]): Heard[] {
  return shown
    .filter(({ from }) => from === 'bot')
    .map(({ text, choices }) => ({ text, labels: choices.map((label) => label.trim()) }));
}

/** Through the web playground, in a real browser. */
export const playgroundStage: StageMaker = {
  name: 'the playground',
  isAvailable: hasBrowser,
  async open(organisation, at) {
    const service = await ServiceProcess.start({ DRIFTVAKT_STORE: ':memory:', LOG_LEVEL: 'error' });
    return new PlaygroundStage(organisation, at, service);
  },
};
