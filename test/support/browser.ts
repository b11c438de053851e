import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findProgram } from './parts.ts';

/** Narrow as a phone, wide as a desk. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether there is a browser; the suite is pending without one. */
export function hasBrowser(): boolean {
  return findProgram('chromium') !== null;
}

/** A real Chromium with a profile of its own. */
export class Browser {
  readonly #context: BrowserContext;
  readonly #profile: string;

  private constructor(context: BrowserContext, profile: string) {
    this.#context = context;
    this.#profile = profile;
  }

  static async start(
    options: { colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean; bypassCSP?: boolean } = {},
  ): Promise<Browser> {
    const profile = mkdtempSync(join(tmpdir(), 'driftvakt-chromium-'));
    const executablePath = findProgram('chromium') ?? 'chromium';
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: FLAGS,
      headless: true,
      ...options,
    });
    return new Browser(context, profile);
  }

  /** A new page of a given size. */
  async page(size: { width: number; height: number }): Promise<Page> {
    const page = await this.#context.newPage();
    await page.setViewportSize(size);
    return page;
  }

  async stop(): Promise<void> {
    await this.#context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
