import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { Browser } from './browser.ts';
import { keepNotice } from './notices-kept.ts';
import { shipped } from './playbooks.ts';
import { ServiceProcess } from './service-process.ts';
import { statusStory } from './status-story.ts';

/** Takes the pictures of the status pages for docs/images. Without JavaScript: nothing in them is of this minute. */
export async function pictureStatus(fileOf: (name: string) => string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-status-'));
  const file = join(folder, 'store.sqlite');
  const store = openSqliteStore({ file });
  for (const notice of statusStory(shipped('itcentrum'))) await keepNotice(store, notice);
  await store.close();
  const service = await ServiceProcess.start({
    ...{ DRIFTVAKT_CLOCK: '2026-11-23T10:00:00+01:00', DRIFTVAKT_STORE: file },
  });
  const shots = [
    {
      name: 'status-outage',
      path: 'status/itcentrum/heby',
      colorScheme: 'light',
      width: 390,
      height: 1180,
      from: null,
    },
    {
      name: 'status-window-en',
      path: 'status/itcentrum/heby?lang=en',
      colorScheme: 'dark',
      width: 780,
      height: 1180,
      from: 'under-way',
    },
  ] as const;
  for (const { name, path, colorScheme, width, height, from } of shots) {
    const browser = await Browser.start({ colorScheme, javaScriptEnabled: false });
    const page = await browser.page({ width, height });
    await page.goto(service.address + path);
    if (from !== null) await page.goto(`${service.address}${path}#${from}`);
    await page.screenshot({ path: fileOf(name) });
    await browser.stop();
  }
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}
