import type { Page } from 'playwright-core';

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** A picture without the client's log. On a phone the client hides its list of chats by itself, with an animation. */
export async function takePicture(page: Page, path: string, size: ScreenSize): Promise<void> {
  const log = page.getByTitle('Hide log panel');
  if (await log.isVisible()) await log.click();
  const before = page.viewportSize();
  await page.setViewportSize({ ...size });
  await page.screenshot({ path, animations: 'disabled' });
  if (before !== null) await page.setViewportSize(before);
}
