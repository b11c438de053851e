import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { faultsOn } from '../support/axe.ts';
import { boardReports } from '../support/board-story.ts';
import { Browser, DESK, hasBrowser, PHONE } from '../support/browser.ts';
import { ServiceProcess } from '../support/service-process.ts';

describe('the board of the real process', function () {
  this.timeout(90_000);
  let folder: string;
  let service: ServiceProcess;
  let browser: Browser;
  let page: Page;
  let events = 0;

  before(async function () {
    if (!hasBrowser()) return this.skip();
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-board-'));
    const file = join(folder, 'store.sqlite');
    await boardReports(file, 'kivido', Date.now());
    service = await ServiceProcess.start({ DRIFTVAKT_STORE: file });
    browser = await Browser.start({ bypassCSP: true });
    page = await browser.page({ ...DESK });
  });
  after(async () => {
    await browser?.stop();
    await service?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  /** Says something, and resolves when what the bot answered holds some text. */
  const say = async (who: object, text: string, until: RegExp, at = service): Promise<string> => {
    const from = { organisation: 'kivido', locale: 'nl', ...who };
    const what = { kind: 'said', text };
    await fetch(`${at.address}playground/events`, {
      ...{ method: 'POST', headers: { 'Content-Type': 'application/json' } },
      body: JSON.stringify({ id: `e${++events}`, ...from, what }),
    });
    const query = new URLSearchParams(from as Record<string, string>);
    query.delete('locale');
    for (;;) {
      const transcript = await (await fetch(`${at.address}playground/transcript?${query}`)).text();
      const found = until.exec(transcript);
      if (found !== null) return found[0];
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const desk = { user: 'desk', desk: true };
  /** Somebody reports a fault, whatever they are asked on the way. */
  const reported = async (): Promise<void> => {
    await say({ user: 'sanne' }, 'niemand kan bellen, de telefonie ligt plat', /"kind":"ask"/);
    for (let i = 0; i < 12; i++) {
      const state = await say({ user: 'sanne' }, '1', new RegExp(`"id":"e${events + 1}"[\\s\\S]*`));
      if (/"kind":"(call|receipt)"/.test(state)) return;
    }
    throw new Error('the report did not come to an end');
  };

  it('opens by one press on a link that the bot told, and not by the link alone', async () => {
    const link = await say(desk, 'overzicht', /http:[^"\\]*sign-in\?token=[\w-]+/);
    for (let i = 0; i < 3; i++) await (await fetch(link)).text();
    await page.goto(link);
    expect(await faultsOn(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Open het overzicht' }).click();
    await page.waitForURL('**/board/kivido');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).to.equal('Overzicht');
    expect(await faultsOn(page)).to.deep.equal([]);
  });

  it('shows a new report by itself', async () => {
    await page.locator('#board-live').waitFor({ state: 'visible' });
    const listed = page.getByRole('link', { name: 'de telefonie ligt plat' });
    expect(await listed.count()).to.equal(0);
    await reported();
    await listed.waitFor();
    expect(await page.locator('#board-news').textContent()).to.equal('Het overzicht is gewijzigd.');
  });

  it('is read on a phone without being moved sideways, with each report on a page of its own', async () => {
    await page.setViewportSize(PHONE);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).to.be.at.most(PHONE.width);
    await page.getByRole('link', { name: 'De printer in Vlinders' }).click();
    await page.waitForURL('**/reports/*');
    expect(await page.locator('.happened').textContent()).to.include('Kan wachten tot morgen');
    expect(await faultsOn(page)).to.deep.equal([]);
  });

  it('has a report dealt with by those who judge, with the keyboard alone', async () => {
    const marie = { user: 'marie', role: 'manager-general-affairs' };
    await page.goto(await say(marie, 'overzicht', /http:[^"\\]*sign-in\?token=[\w-]+/));
    await page.getByRole('button', { name: 'Open het overzicht' }).press('Enter');
    await page.waitForURL('**/board/kivido');
    await page.getByRole('link', { name: 'De printer in Vlinders' }).press('Enter');
    await page.locator('summary', { hasText: 'Sluiten' }).press('Enter');
    await page.getByRole('textbox').fill('Er is een nieuwe printer');
    expect(await faultsOn(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Sluiten' }).press('Enter');
    await page.waitForURL('**/reports/*?done');
    expect(await page.locator('.happened').textContent()).to.include('Er is een nieuwe printer');
    expect(await page.locator('.deeds').count()).to.equal(0);
    expect(await faultsOn(page)).to.deep.equal([]);
  });

  it('has a ping answered with the keyboard alone, on a page without a script, and the chats show it', async () => {
    const by = { organisation: 'porsanger', locale: 'nb' };
    const lead = { ...by, user: 'lead', role: 'it-lead' };
    const nurse = { ...by, user: 'nurse', site: 'helse-omsorg' };
    // At night others are asked.
    const morning = await ServiceProcess.start({ DRIFTVAKT_CLOCK: '2026-11-23T10:00:00+01:00' });
    const plain = await Browser.start({ javaScriptEnabled: false });
    try {
      const pages = await plain.page({ ...PHONE });
      await say(lead, 'hei', /"kind":"/, morning);
      await say(nurse, 'Pasientjournalen er nede, hele avdelingen står', /"kind":"ask"/, morning);
      await say(nurse, 'Full stans i produksjonen for en hel avdeling', /"kind":"call"/, morning);
      await say(lead, 'hei', /Kritisk: du trengs/, morning);
      await pages.goto(await say(lead, 'tavle', /http:[^"\\]*sign-in\?token=[\w-]+/, morning));
      await pages.getByRole('button', { name: 'Åpne tavlen' }).press('Enter');
      await pages.waitForURL('**/board/porsanger');
      await pages.getByRole('link', { name: 'Pasientjournalen er nede' }).press('Enter');
      await pages.getByRole('button', { name: 'Jeg har den' }).press('Enter');
      await pages.waitForURL('**/reports/*?answered=acknowledge');
      expect(await pages.locator('main').textContent()).to.include('Takk. Du har');
      await say(lead, 'hei', /har den, siden/, morning);
      await say(nurse, 'hei', /har saken din/, morning);
    } finally {
      await plain.stop();
      await morning.stop();
    }
  });

  it('closes by signing out', async () => {
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.getByText('Je bent uitgelogd.').waitFor();
    await page.goto(`${service.address}board/kivido`);
    expect(await page.locator('main').textContent()).to.include('Schrijf ‘overzicht’ aan de bot');
  });
});
