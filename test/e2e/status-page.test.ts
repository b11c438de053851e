import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { faultsOn } from '../support/axe.ts';
import { Browser, DESK, hasBrowser, PHONE } from '../support/browser.ts';
import { commanded, keepNotice, outageDraft, scenarioE } from '../support/notices-kept.ts';
import { at, shipped } from '../support/playbooks.ts';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';
import { StatusServer } from '../support/status-server.ts';
import { statusStory } from '../support/status-story.ts';

const itcentrum = shipped('itcentrum');
const MONDAY = '2026-11-23T10:00:00+01:00';

/** A store in a file, with notices in it, as a service left it. */
async function filledStore(folder: string): Promise<string> {
  const file = join(folder, 'store.sqlite');
  const store = openSqliteStore({ file });
  for (const organisation of ['itcentrum', 'porsanger', 'kivido'] as const)
    for (const notice of statusStory(shipped(organisation))) await keepNotice(store, notice);
  await store.close();
  return file;
}

describe('the page /status/:org of the real process', function () {
  this.timeout(60_000);
  let folder: string;
  let service: ServiceProcess;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-status-'));
    service = await ServiceProcess.start({
      ...{ DRIFTVAKT_CLOCK: MONDAY, DRIFTVAKT_STORE: await filledStore(folder) },
      ...{ DRIFTVAKT_STATUS_COPY: join(folder, 'copy'), DRIFTVAKT_PUBLIC_URL: 'http://localhost:3978' },
    });
  });
  after(async () => {
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads what the store holds, names itself by its public address, and writes the copy', async () => {
    const page = await (await fetch(`${service.address}status/itcentrum`)).text();
    expect(page).to.contain('Vi har störningar och arbetar på dem.').and.contain('En växel i serverhallen');
    const feed = await (await fetch(`${service.address}status/itcentrum/feed.atom`)).text();
    expect(feed).to.contain('href="http://localhost:3978/status/itcentrum/feed.atom"');
    const copied = await eventually(() => readFileSync(join(folder, 'copy/index.html'), 'utf8'));
    expect(copied).to.contain('href="itcentrum/index.html"');
    expect(readFileSync(join(folder, 'copy/itcentrum/index.html'), 'utf8')).to.contain(
      'En växel i serverhallen',
    );
  });

  it('stands beside the other pages on the playground', async () => {
    expect(await (await fetch(service.address)).text()).to.contain('href="/status/itcentrum"');
  });

  it('shows an outage that IT announces in the chat', async () => {
    const said = async (id: string, what: object) => {
      const event = { id, organisation: 'falkenberg', user: 'it-1', desk: true, locale: 'sv', what };
      const response = await fetch(`${service.address}playground/events`, {
        ...{ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(event) },
      });
      expect(response.status).to.equal(202);
    };
    expect(await (await fetch(`${service.address}status/falkenberg`)).text()).to.contain('Allt fungerar');
    await said('s1', { kind: 'said', text: 'IntraPhone web' });
    const press = await eventually(async () => {
      const query = new URLSearchParams({ organisation: 'falkenberg', user: 'it-1', desk: 'true' });
      const transcript = await (await fetch(`${service.address}playground/transcript?${query}`)).text();
      return /"id":"([^"]+)","label":"(?:Meddela|Ja)[^"]*"/.exec(transcript)?.[1];
    });
    await said('s2', { kind: 'pressed', choice: press });
    const page = await eventually(async () => {
      const text = await (await fetch(`${service.address}status/falkenberg`)).text();
      return text.includes('Vi har störningar') ? text : undefined;
    });
    expect(page).to.contain('IntraPhone web');
  });

  describe('in a browser', () => {
    let browser: Browser;
    before(async function () {
      if (!hasBrowser()) this.skip();
      browser = await Browser.start({ javaScriptEnabled: false });
    });
    after(() => browser?.stop());

    it('lets place and language be chosen without JavaScript, and leads to the routine and to who to call', async () => {
      const page = await browser.page(PHONE);
      await page.goto(`${service.address}status/itcentrum`);
      await page.getByRole('link', { name: 'Heby' }).click();
      await page.getByRole('link', { name: 'English' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).to.equal('Operating status: Heby');
      expect(
        await page.getByText('Please wait for more information before you contact us.').isVisible(),
      ).to.equal(true);
      await page.getByRole('link', { name: 'Knivsta' }).click();
      expect(await page.getByText('Everything works, as far as we know.').isVisible()).to.equal(true);
      await page.getByRole('link', { name: 'Who do I call now?' }).click();
      expect(page.url()).to.contain('/who/itcentrum?site=knivsta&lang=en');
    });

    it('keeps the key of the link from page to page', async () => {
      const link = driftvakt([
        'link',
        '--org',
        'porsanger',
        '--page',
        'status',
        '--base',
        service.address,
      ]).out.trim();
      const page = await browser.page(PHONE);
      await page.goto(link);
      await page.getByRole('link', { name: 'English' }).click();
      expect(new URL(page.url()).searchParams.get('key')).to.equal(new URL(link).searchParams.get('key'));
    });

    it('is never wider than the window, and prints what holds', async () => {
      for (const size of [PHONE, DESK, { width: 280, height: 600 }]) {
        const page = await browser.page(size);
        for (const path of [
          'status',
          'status/itcentrum',
          'status/itcentrum/heby?lang=en',
          'status/kivido',
          'status/harjedalen',
        ]) {
          await page.goto(service.address + path);
          expect(await page.locator('html').evaluate((root) => root.scrollWidth), path).to.be.at.most(
            size.width,
          );
        }
        await page.close();
      }
      const page = await browser.page(DESK);
      await page.goto(`${service.address}status/itcentrum`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText('En växel i serverhallen').first().isVisible()).to.equal(true);
      expect(await page.getByRole('link', { name: 'Älvkarleby' }).isVisible()).to.equal(false);
    });

    it('opens from a disk as a copy', async () => {
      const page = await browser.page(PHONE);
      await page.goto(`file://${join(folder, 'copy/index.html')}`);
      await page.getByRole('link', { name: 'IT-centrum' }).click();
      await page.getByRole('link', { name: 'Heby' }).click();
      expect(await page.getByText('Det här är en kopia, skriven').isVisible()).to.equal(true);
      await page.getByRole('link', { name: 'Driftstörning' }).click();
      expect(await page.getByRole('heading', { name: 'Driftstörning' }).isVisible()).to.equal(true);
    });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no accessibility faults that axe-core knows, in four languages and ${colorScheme}`, async function () {
      if (!hasBrowser()) this.skip();
      const browser = await Browser.start({ colorScheme, bypassCSP: true });
      try {
        const paths = [
          ...[
            'status?lang=en',
            'status/itcentrum',
            'status/itcentrum/heby?lang=en',
            'status/itcentrum/knivsta',
          ],
          ...['status/porsanger', 'status/kivido', 'status/harjedalen?lang=en'],
        ];
        for (const size of [PHONE, DESK]) {
          const page = await browser.page(size);
          for (const path of paths) {
            await page.goto(service.address + path);
            await page.evaluate(
              "for (const details of document.querySelectorAll('details')) details.open = true",
            );
            expect(await faultsOn(page), `${path} ${size.width}`).to.deep.equal([]);
          }
          await page.close();
        }
      } finally {
        await browser.stop();
      }
    });
  }
});

describe('an open status page', function () {
  this.timeout(60_000);
  let server: StatusServer;
  let browser: Browser;

  before(async function () {
    if (!hasBrowser()) this.skip();
    browser = await Browser.start();
  });
  after(() => browser?.stop());
  beforeEach(async () => {
    server = await StatusServer.start([itcentrum]);
    server.clock('2022-10-28T12:00');
    await keepNotice(server.store, scenarioE(itcentrum));
  });
  afterEach(() => server.stop());

  /** A page whose time stands still until it is told to go on. */
  async function opened(): Promise<Page> {
    const page = await browser.page(PHONE);
    await page.clock.install();
    await page.goto(`http://127.0.0.1:${server.port}/status/itcentrum/tierp?lang=en`);
    return page;
  }

  it('changes by itself, tells it politely, and takes neither focus nor place nor what is unfolded', async () => {
    const page = await opened();
    const past = page.getByText('Day by day').first();
    expect(await past.count()).to.equal(0);
    await page.getByRole('link', { name: 'Feed (Atom)' }).focus();
    const since = at(itcentrum, '2022-10-28T11:50').epochMilliseconds;
    const draft = outageDraft({
      services: ['tes'],
      sites: ['tierp'],
      since,
      text: { en: 'A cable was cut.' },
    });
    const outage = commanded(itcentrum, null, { do: 'publish-outage', draft }, '2022-10-28T12:00', 'A1');
    await keepNotice(server.store, outage);
    await page.clock.runFor(26_000);
    await page.getByText('A cable was cut.').waitFor();
    const news = page.locator('#status-news');
    expect(await news.getAttribute('role')).to.equal('status');
    expect(await news.textContent()).to.equal('We have disturbances, and are working on them. Outage: TES');
    expect(await page.evaluate('document.activeElement.textContent')).to.equal('Feed (Atom)');
    await page.getByText('Day by day').first().click();
    const told = { do: 'update', text: { en: 'It is mended.' }, important: true } as const;
    await keepNotice(server.store, commanded(itcentrum, outage, told, '2022-10-28T12:00'));
    await page.clock.runFor(26_000);
    await page.getByText('It is mended.').first().waitFor();
    expect(await page.locator('.history details[open]').count()).to.equal(1);
    expect(await page.evaluate('document.activeElement.textContent')).to.contain('Day by day');
    expect(await page.getByText('This page updates by itself. Last checked at').isVisible()).to.equal(true);
  });

  it('tells nothing when nothing has happened, and says so when it cannot be updated', async () => {
    const page = await opened();
    await page.clock.runFor(26_000);
    await page.getByText('Last checked at').waitFor();
    server.clock('2022-10-28T12:05');
    await page.clock.runFor(26_000);
    expect(await page.locator('#status-news').textContent()).to.equal('');
    await page.route('**/status/**', (route) => route.abort());
    await page.clock.runFor(26_000);
    await page.getByText('This page could not be updated since').waitFor();
    expect(await page.getByText('Service window this weekend').isVisible()).to.equal(true);
  });
});

/** What a look-up gives, once it gives something. */
async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch {
      // Not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came');
}
