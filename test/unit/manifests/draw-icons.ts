import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Browser } from '../../support/browser.ts';

/** Draws the icons of the Teams app again, after a change of their SVGs: `node test/unit/manifests/draw-icons.ts`. */
const file = (name: string) => fileURLToPath(new URL(`../../../manifests/teams/${name}`, import.meta.url));
const browser = await Browser.start();
for (const [name, side] of [
  ['color', 192],
  ['outline', 32],
] as const) {
  const page = await browser.page({ width: side, height: side });
  const drawing = readFileSync(file(`${name}.svg`), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${side}px}</style>${drawing}`);
  await page.screenshot({ path: file(`${name}.png`), omitBackground: true });
}
await browser.stop();
