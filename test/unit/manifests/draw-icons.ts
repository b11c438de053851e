import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Browser } from '../../support/browser.ts';

/** Draws the icons of the apps again, after a change of their SVGs: `node test/unit/manifests/draw-icons.ts`. */
const file = (name: string) => fileURLToPath(new URL(`../../../manifests/${name}`, import.meta.url));
const browser = await Browser.start();
/** Teams wants room around the mark; Slack shows the icon as it is, and takes 512 to 2000 px. */
for (const { from, to, side, box } of [
  { from: 'teams/color.svg', to: 'teams/color.png', side: 192, box: null },
  { from: 'teams/outline.svg', to: 'teams/outline.png', side: 32, box: null },
  { from: 'teams/color.svg', to: 'slack/icon.png', side: 1024, box: '36 36 120 120' },
] as const) {
  const page = await browser.page({ width: side, height: side });
  const whole = readFileSync(file(from), 'utf8');
  const drawing = box === null ? whole : whole.replace(/viewBox="[^"]+"/, `viewBox="${box}"`);
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${side}px}</style>${drawing}`);
  await page.screenshot({ path: file(to), omitBackground: true });
}
await browser.stop();
