import { fileURLToPath } from 'node:url';
import { pictureBoard } from './board-screenshots.ts';
import { Browser, DESK, PHONE } from './browser.ts';
import { pictureCards } from './card-gallery.ts';
import { Playground, type PlaygroundOptions } from './playground.ts';
import { driftvakt, ServiceProcess } from './service-process.ts';
import { pictureSlack } from './slack/pictures.ts';
import { pictureStatus } from './status-screenshots.ts';

/** Takes the pictures in docs/images again, those of the cards and of Slack too: `npm run screenshots`. */
const service = await ServiceProcess.start({ DRIFTVAKT_CLOCK: '2026-11-23T15:00:00+01:00' });
const browser = await Browser.start();
const calendar = '/tmp/driftvakt-year.html';
driftvakt([
  'check',
  'playbooks/harjedalen.yaml',
  '--coverage',
  '400',
  '--from',
  '2026-11-23T00:00:00+01:00',
  '--html',
  calendar,
]);
const porsanger = driftvakt(['link', '--org', 'porsanger', '--base', service.address]).out.trim();
const shots = [
  { name: 'who-porsanger', address: porsanger, size: PHONE },
  {
    name: 'who-harjedalen-en',
    address: `${service.address}who/harjedalen?lang=en&at=2026-12-24T10:00`,
    size: PHONE,
  },
  { name: 'calendar-harjedalen', address: `file://${calendar}`, size: DESK },
];
for (const { name, address, size } of shots) {
  const page = await browser.page(size);
  await page.goto(address);
  await page.screenshot({
    path: fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url)),
    fullPage: true,
  });
}
await pictureCards(browser);
await pictureSlack(browser, service.address);
await browser.stop();

const image = (name: string) => fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url));
await pictureStatus(image);
await pictureBoard(image);
/** A conversation of a newcomer's first minute. */
async function playgroundShot(name: string, dark: boolean, options: PlaygroundOptions, said: string) {
  const window = await Browser.start({ colorScheme: dark ? 'dark' : 'light' });
  const playground = await Playground.open(window, service.address, options);
  await playground.say(said);
  await playground.page.locator('h1').click();
  await playground.page.screenshot({ path: image(name), animations: 'disabled' });
  await window.stop();
}
await playgroundShot(
  'playground',
  false,
  { organisation: 'falkenberg', locale: 'sv', role: 'planner', size: DESK },
  'IntraPhone web fungerar inte',
);
await playgroundShot(
  'playground-phone',
  true,
  { organisation: 'harjedalen', locale: 'en', size: PHONE, at: '2026-12-24T10:00' },
  'Who do I call now?',
);
await service.stop();
