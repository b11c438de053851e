import { expect } from 'chai';
import { faultsOn } from '../support/axe.ts';
import { Browser, DESK, hasBrowser, PHONE } from '../support/browser.ts';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';

describe('the page /who/:org in a browser', function () {
  this.timeout(30_000);
  let service: ServiceProcess;
  let browser: Browser;

  before(async function () {
    if (!hasBrowser()) this.skip();
    service = await ServiceProcess.start({ DRIFTVAKT_CLOCK: '2026-11-23T10:00:00+01:00' });
    browser = await Browser.start({ javaScriptEnabled: false });
  });
  after(async () => {
    await browser?.stop();
    await service?.stop();
  });

  it('offers the number as a link that a phone dials', async () => {
    const page = await browser.page(PHONE);
    await page.goto(`${service.address}who/falkenberg`);
    const call = page.getByRole('link', { name: '0346-88 55 55' });
    expect(await call.getAttribute('href')).to.equal('tel:+46346885555');
    const box = await call.boundingBox();
    expect(box?.height).to.be.at.least(44);
  });

  it('lets class, service and time be picked without JavaScript', async () => {
    const page = await browser.page(PHONE);
    await page.goto(`${service.address}who/falkenberg?lang=en`);
    await page.getByRole('link', { name: 'Ordinary fault' }).click();
    await page.getByText('Change what it is about').click();
    await page.getByLabel('What is it about').selectOption('IntraPhone web');
    await page.getByLabel('Another time').fill('2026-12-25T03:00');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByText('0200-44 30 00').count()).to.equal(1);
    expect(await page.getByText('You are looking at Friday 25 December 2026 at 03:00').count()).to.equal(1);
    expect(new URL(page.url()).searchParams.get('class')).to.equal('normal');
  });

  it('keeps the key of the link from page to page', async () => {
    const page = await browser.page(PHONE);
    await page.goto(driftvakt(['link', '--org', 'porsanger', '--base', service.address]).out.trim());
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('Change what it is about').click();
    await page.getByLabel('Where').selectOption('Schools');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByRole('link', { name: '+4700000007' }).count()).to.equal(1);
  });

  for (const size of [PHONE, DESK, { width: 280, height: 600 }]) {
    it(`is never wider than ${size.width} px`, async () => {
      const page = await browser.page(size);
      for (const path of [
        'who/porsanger',
        'who/porsanger?class=normal',
        'who/falkenberg',
        'who/harjedalen?at=2026-12-25T03:00',
        '',
      ]) {
        await page.goto(service.address + path);
        expect(await page.locator('html').evaluate((root) => root.scrollWidth), path).to.be.at.most(
          size.width,
        );
      }
    });
  }

  it('prints the numbers without what only works on a screen', async () => {
    const page = await browser.page(DESK);
    await page.goto(`${service.address}who/falkenberg`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('0346-88 55 55').isVisible()).to.equal(true);
    expect(await page.getByText('Ändra vad det gäller').isVisible()).to.equal(false);
    expect(await page.getByText('Utskrivet måndag 23 november 2026').isVisible()).to.equal(true);
  });
});

describe('the page /who/:org for everybody', function () {
  this.timeout(30_000);

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

      it('has no accessibility faults that axe-core knows', async () => {
        const page = await browser.page(PHONE);
        const paths = [
          'who/porsanger?lang=en',
          'who/porsanger?class=normal',
          'who/harjedalen?at=2026-12-24T10:00&site=vard-omsorg',
          'who/falkenberg?lang=en',
          'who/kivido',
          'routine/falkenberg?lang=en',
          'routine/porsanger',
        ];
        for (const path of ['', ...paths]) {
          await page.goto(service.address + path);
          expect(await faultsOn(page), path).to.deep.equal([]);
        }
      });
    });
  }
});
