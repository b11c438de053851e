import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkKeys } from '../../src/http/link-key.ts';
import { signInRecord, tokenId } from '../../src/runtime/board/sign-in.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { boardReports } from './board-story.ts';
import { Browser } from './browser.ts';
import { ServiceProcess } from './service-process.ts';

const NOW = Temporal.Instant.from('2026-11-23T10:00:00+01:00');
const DESK = { user: 'desk', desk: true, locale: null, role: null, site: null };

const JUDGE = { ...DESK, user: 'marie', desk: false, role: 'manager-general-affairs' };

/** Takes the pictures of the board for docs/images: wide in Dutch, on a phone in the dark in English, and what a judge can do. */
export async function pictureBoard(fileOf: (name: string) => string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-board-'));
  const file = join(folder, 'store.sqlite');
  const at = NOW.epochMilliseconds;
  await boardReports(file, 'kivido', at);
  const shots = [
    {
      name: 'board',
      who: DESK,
      language: 'nl',
      colorScheme: 'light',
      width: 1440,
      height: 700,
      report: null,
    },
    {
      name: 'board-phone',
      who: DESK,
      language: 'en',
      colorScheme: 'dark',
      width: 390,
      height: 1180,
      report: null,
    },
    {
      name: 'board-report',
      who: JUDGE,
      language: 'nl',
      colorScheme: 'light',
      ...{ width: 760, height: 1500 },
      report: 'K7M2-QX4P',
    },
  ] as const;
  const store = openSqliteStore({ file });
  for (const { name, who, language } of shots) {
    const told = { id: tokenId(tokenOf(name)), until: at + 600_000, language, name: null };
    await store.writeRecords([signInRecord(who, told, { organisation: 'kivido', at })]);
  }
  await store.close();
  const service = await ServiceProcess.start({ DRIFTVAKT_CLOCK: NOW.toString(), DRIFTVAKT_STORE: file });
  for (const { name, colorScheme, width, height, report } of shots) {
    const browser = await Browser.start({ colorScheme, javaScriptEnabled: false });
    const page = await browser.page({ width, height });
    await page.goto(`${service.address}board/kivido/sign-in?token=${tokenOf(name)}`);
    await page.locator('button').click();
    await page.waitForURL('**/board/kivido');
    if (report !== null) {
      await page.goto(`${service.address}board/kivido/reports/${report}`);
      await page.locator('summary').first().click();
    }
    await page.screenshot({ path: fileOf(name), fullPage: report !== null });
    await browser.stop();
  }
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}

function tokenOf(name: string): string {
  return new LinkKeys(undefined, false).keyFor(`picture/${name}`, 'kivido');
}
