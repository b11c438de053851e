import { expect } from 'chai';
import { faultsOn } from '../support/axe.ts';
import { Browser, DESK, hasBrowser, PHONE } from '../support/browser.ts';
import { Playground } from '../support/playground.ts';
import { ServiceProcess } from '../support/service-process.ts';

describe('the playground for everybody', function () {
  this.timeout(60_000);

  for (const colorScheme of ['light', 'dark'] as const) {
    describe(`in ${colorScheme}`, () => {
      let service: ServiceProcess;
      let browser: Browser;
      before(async function () {
        if (!hasBrowser()) this.skip();
        service = await ServiceProcess.start({ DRIFTVAKT_CLOCK: '2026-11-23T22:00:00+01:00' });
        browser = await Browser.start({ colorScheme, bypassCSP: true });
      });
      after(async () => {
        await browser?.stop();
        await service?.stop();
      });

      it('has no accessibility faults on a desk, with messages of many kinds', async () => {
        const playground = await Playground.open(browser, service.address, {
          ...{ organisation: 'falkenberg', locale: 'sv', role: 'care-worker', size: DESK },
        });
        await playground.press('Vad gör vi så länge?');
        await playground.say('Ingen kommer in i appen');
        await playground.say('Vem ringer jag nu?');
        await playground.press('Om mig');
        expect(await faultsOn(playground.page)).to.deep.equal([]);
        await playground.close();
      });

      it('has none on a phone, in each tab and in the settings', async () => {
        const playground = await Playground.open(browser, service.address, {
          ...{ organisation: 'porsanger', locale: 'nb', size: PHONE },
        });
        await playground.say('Hvem ringer jeg nå?');
        await playground.press('Kritisk');
        for (const tab of ['I Teams', 'I Slack', 'Chat']) {
          await playground.page.getByRole('tab', { name: tab, exact: true }).click();
          expect(await faultsOn(playground.page), tab).to.deep.equal([]);
        }
        await playground.page.getByRole('button', { name: 'Innstillinger' }).click();
        expect(await faultsOn(playground.page), 'settings').to.deep.equal([]);
        await playground.close();
      });
    });
  }
});
