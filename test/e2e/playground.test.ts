import { expect } from 'chai';
import { Browser, DESK, hasBrowser, PHONE } from '../support/browser.ts';
import { Playground } from '../support/playground.ts';
import { ServiceProcess } from '../support/service-process.ts';

const MONDAY = '2026-11-23T10:00:00+01:00';
const FAULT = 'IntraPhone web fungerar inte';
const QUESTION = 'Prova en annan dator. Fungerar IntraPhone web på den?';

describe('the playground in a browser', function () {
  this.timeout(40_000);
  let service: ServiceProcess;
  let browser: Browser;
  let playground: Playground;

  before(async function () {
    if (!hasBrowser()) this.skip();
    service = await ServiceProcess.start({ DRIFTVAKT_CLOCK: MONDAY });
    browser = await Browser.start();
  });
  afterEach(async () => {
    const faults = playground?.faults ?? [];
    await playground?.close();
    expect(faults, 'what the browser complained of').to.deep.equal([]);
  });
  after(async () => {
    await browser?.stop();
    await service?.stop();
  });

  const open = async (options: Parameters<typeof Playground.open>[2] = {}) => {
    playground = await Playground.open(browser, service.address, {
      ...{ organisation: 'falkenberg', locale: 'sv' },
      ...options,
    });
    return playground;
  };

  for (const size of [PHONE, DESK]) {
    it(`greets at once, and is never wider than ${size.width} px`, async () => {
      const { page } = await open({ size });
      expect((await playground.messages()).map(({ kind }) => kind)).to.deep.equal(['menu']);
      expect(await page.locator('html').evaluate((root) => root.scrollWidth)).to.be.at.most(size.width);
      expect(await page.locator('#suggestions button').count()).to.equal(3);
    });
  }

  it('is a conversation by keyboard alone, with the focus where one goes on', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type(FAULT);
    await page.keyboard.press('Enter');
    expect(await playground.last()).to.deep.equal([QUESTION]);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+Tab');
    expect(await focused()).to.equal('Nej, inte där heller');
    await page.keyboard.press('Enter');
    expect((await playground.last())[0]).to.match(/^Prova en annan sida på internet/);
    await page.keyboard.press('Tab');
    expect(await focused(), 'the first choice of the answer').to.equal('Ingen annan sida fungerar');
  });

  it('shows each answer in all three views, and takes a press in each of them', async () => {
    await open();
    await playground.say(FAULT);
    for (const view of [playground.chat, playground.teams, playground.slack])
      expect(await view.getByText(QUESTION).count()).to.equal(1);
    await playground.teams.getByRole('button', { name: 'Nej, inte där heller' }).click();
    await playground.settled();
    expect((await playground.last())[0]).to.match(/^Prova en annan sida på internet/);
    await playground.slack.getByRole('button', { name: 'Ingen annan sida fungerar' }).click();
    await playground.settled();
    expect(await playground.messages()).to.have.length(7);
    for (const view of [playground.teams, playground.slack])
      expect(await view.locator('[data-from="bot"]').count()).to.equal(4);
  });

  it('shows a long answer from its beginning, where the number is', async () => {
    const playground = await Playground.open(browser, service.address, {
      ...{
        organisation: 'porsanger',
        locale: 'nb',
        site: 'helse-omsorg',
        at: '2026-11-23T22:00',
        size: PHONE,
      },
    });
    await playground.say('Pasientjournalen er nede, hele avdelingen står');
    await playground.press('Full stans i produksjonen for en hel avdeling');
    const top = await playground.page.evaluate(`(() => {
      const log = document.querySelector('#chat-log');
      return log.lastElementChild.getBoundingClientRect().top - log.getBoundingClientRect().top;
    })()`);
    expect(top).to.be.within(0, 40);
    await playground.page.evaluate('localStorage.clear()');
    await playground.close();
  });

  it('changes a message in place in all three views, and says nothing about it', async () => {
    await open({ role: 'care-worker' });
    await playground.press('Vad gör vi så länge?');
    const [routines] = (await playground.messages()).slice(-1);
    if (routines?.kind !== 'routine') await playground.press(routines?.choices[0] ?? '');
    const before = await playground.messages();
    const tick = playground.chat.locator('.tick').first();
    await tick.focus();
    await playground.page.keyboard.press('Enter');
    await playground.settled();
    expect(await playground.messages()).to.have.length(before.length);
    expect(await tick.getAttribute('aria-pressed')).to.equal('true');
    expect(await focused(), 'the focus stays on the step').to.equal(await tick.innerText());
    expect((await playground.answers()).map(({ kind }) => kind)).to.deep.equal(['routine']);
    for (const view of [playground.teams, playground.slack])
      expect(await view.getByText(/1 av \d/).count()).to.equal(1);
  });

  it('shows the same once after it is loaded again', async () => {
    await open();
    await playground.say(FAULT);
    await playground.press('Nej, inte där heller');
    const before = await playground.messages();
    await playground.page.reload();
    await playground.settled();
    expect(await playground.messages()).to.deep.equal(before);
  });

  it('moves the clock by buttons, and tells what is special', async () => {
    const { page } = await open();
    const moment = page.locator('.moment');
    expect(await moment.innerText()).to.match(/^måndag 23 november 2026 kl\. 10:0\d$/i);
    const expected = {
      'Natt 03:00': /tisdag 24 november 2026 kl\. 03:00\s+Natt$/i,
      'Julafton 10:00': /torsdag 24 december 2026 kl\. 10:00\s+Julafton, dagen före röd dag$/i,
      'Ett dygn senare': /fredag 25 december 2026 kl\. 10:0\d\s+Juldagen, röd dag/i,
      Nu: /måndag 23 november 2026/i,
    };
    for (const [button, words] of Object.entries(expected)) {
      await page.getByRole('button', { name: button, exact: true }).click();
      await playground.settled();
      expect(await moment.innerText(), button).to.match(words);
    }
    await page.getByLabel('Någon annan tid').fill('2027-01-01T08:30');
    await page.getByText('Nyårsdagen').waitFor();
  });

  it('answers for the time that was picked', async () => {
    await open({ organisation: 'harjedalen', at: '2026-12-24T13:00' });
    await playground.say('Vem ringer jag nu? Växeln');
    expect(await playground.chat.innerText()).to.match(/Stängt nu|halvdag/i);
  });

  it('speaks another language at once', async () => {
    const { page } = await open();
    await page.getByLabel('Språk').selectOption('en');
    expect(await page.locator('html').getAttribute('lang')).to.equal('en');
    expect(await page.getByLabel('Write what has happened').count()).to.equal(1);
    await page.getByRole('button', { name: 'Start over as somebody new' }).click();
    await playground.settled();
    const [greeting] = await playground.messages();
    expect(greeting?.text).to.match(/^Hello/);
    await page.getByLabel('Organisation').selectOption('Kivido');
    await page.getByLabel('Language').selectOption('sv');
    expect(await page.locator('#language-note').innerText()).to.equal(
      'Kivido svarar på Nederlands, English.',
    );
  });

  it('has everything on a phone, too: views as tabs, settings in a sheet', async () => {
    const { page } = await open({ size: PHONE });
    await playground.say(FAULT);
    await page.getByRole('tab', { name: 'I Teams' }).click();
    expect(await playground.teams.getByText(QUESTION).isVisible()).to.equal(true);
    expect(await playground.chat.isVisible()).to.equal(false);
    await page.keyboard.press('ArrowRight');
    expect(await playground.slack.getByText(QUESTION).isVisible()).to.equal(true);
    await page.getByRole('button', { name: 'Inställningar' }).click();
    await page.getByRole('dialog').getByLabel('Organisation').selectOption('Porsanger kommune');
    await page.getByRole('button', { name: 'Klar', exact: true }).click();
    await page.getByRole('tab', { name: 'Chatt' }).click();
    await playground.settled();
    expect((await playground.last())[0]).to.include('Porsanger kommune');
  });

  it('takes a picture made small, and keeps markup what it is: text', async () => {
    const { page } = await open();
    const words = '<img src=x onerror="alert(1)"> *fet* <https://x.se|här>';
    await playground.say(words);
    for (const view of [playground.chat, playground.teams, playground.slack])
      expect(await view.getByText(words).count()).to.be.at.least(1);
    const picture = Buffer.from(await page.screenshot());
    await page.locator('#file').setInputFiles({ name: 'skärm.png', mimeType: 'image/png', buffer: picture });
    await page.getByRole('button', { name: 'Ta bort skärm.png' }).waitFor();
    await page.getByRole('button', { name: 'Skicka' }).click();
    await playground.settled();
    expect((await playground.messages()).some(({ text }) => text.includes('skärm.png'))).to.equal(true);
  });

  async function focused(): Promise<string> {
    return String(await playground.page.evaluate('document.activeElement.textContent'));
  }
});
