import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Browser, hasBrowser } from '../support/browser.ts';
import { Playground } from '../support/playground.ts';
import { ServiceProcess } from '../support/service-process.ts';

/** A port that nobody listens on now. */
function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(String(port)));
    });
  });
}

describe('the playground’s line to the service', function () {
  this.timeout(60_000);
  let browser: Browser;
  let folder: string;
  let environment: Record<string, string>;
  let service: ServiceProcess;

  before(async function () {
    if (!hasBrowser()) this.skip();
    browser = await Browser.start();
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-line-'));
    environment = {
      PORT: await freePort(),
      DRIFTVAKT_STORE: join(folder, 'store.sqlite'),
      DRIFTVAKT_CLOCK: '2026-11-23T10:00:00+01:00',
    };
    service = await ServiceProcess.start(environment);
  });
  afterEach(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });
  after(async () => {
    await browser?.stop();
  });

  const open = (user: string, more = {}) =>
    Playground.open(browser, service.address, { organisation: 'falkenberg', locale: 'sv', user, ...more });
  const post = (user: string, id: string, text: string) =>
    fetch(`${service.address}playground/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id,
        organisation: 'falkenberg',
        user,
        locale: 'sv',
        what: { kind: 'said', text },
      }),
    });

  it('loses nothing and repeats nothing when the service is killed and started again', async () => {
    const page = await open('survivor');
    await page.say('IntraPhone web fungerar inte');
    const before = await page.messages();
    await service.kill();
    await page.page.getByText('Tjänsten kan inte nås').waitFor();
    await page.page.locator('#say').fill('Är det ett driftstopp?');
    await page.page.locator('#say').press('Enter');
    await page.page.getByText('Inte skickat.').waitFor();
    service = await ServiceProcess.start(environment);
    await post('survivor', 'from-elsewhere', 'Vem ringer jag nu?');
    await page.page.locator('#notice:empty').waitFor({ state: 'attached' });
    await page.chat.getByText('Vem ringer jag nu?').last().waitFor();
    await page.page.getByRole('button', { name: 'Försök igen' }).click();
    await page.settled();
    const mine = (await page.messages()).filter(({ from }) => from === 'me').map(({ text }) => text);
    expect(mine).to.deep.equal([
      'IntraPhone web fungerar inte',
      'Vem ringer jag nu?',
      'Är det ett driftstopp?',
    ]);
    expect((await page.messages()).slice(0, before.length)).to.deep.equal(before);
    await page.page.reload();
    await page.settled();
    const again = (await page.messages()).filter(({ from }) => from === 'me').map(({ text }) => text);
    expect(again).to.deep.equal(mine);
    await page.close();
  });

  it('shows on a second page of the same person what is said on the first', async () => {
    const [one, two] = [await open('twice'), await open('twice')];
    await one.say('IntraPhone web fungerar inte');
    await two.chat.getByText('Prova en annan dator').waitFor();
    await two.chat.getByText('IntraPhone web fungerar inte').waitFor();
    await two.settled();
    expect(await two.messages()).to.deep.equal(await one.messages());
    await one.close();
    await two.close();
  });

  it('tells an employee’s page that something came to IT’s desk, and shows it there', async () => {
    const employee = { organisation: 'itcentrum' };
    const page = await open('reporter', employee);
    const badge = page.page.locator('#rail [data-badge]');
    expect(await badge.isVisible()).to.equal(false);
    await page.say('Ingen i Tierp kommer ut på nätet');
    await page.press('En hel enhet kan inte arbeta');
    await badge.waitFor();
    expect(await badge.innerText()).to.equal('1');
    await page.page.getByRole('radio', { name: 'IT-desken' }).check();
    await page.settled();
    expect((await page.messages()).map(({ kind }) => kind)).to.include('proposal');
    expect(await badge.isVisible()).to.equal(false);
    await page.page.getByRole('radio', { name: 'Anställd' }).check();
    await page.settled();
    expect((await page.messages()).at(-1)?.kind).to.equal('call');
    expect(page.faults).to.deep.equal([]);
    await page.close();
  });

  it('ends its streams when the service is asked to end', async () => {
    const page = await open('leaving');
    expect(await service.stop()).to.equal(0);
    expect(service.printed).to.contain('listening').and.not.contain('cut off');
    service = await ServiceProcess.start(environment);
    await page.page.locator('#notice:empty').waitFor({ state: 'attached' });
    await page.close();
  });
});
