import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Accessibility faults on a page, by axe-core: each with the markup where it is. The browser must bypass the page's policy. */
export async function faultsOn(page: Page): Promise<string[]> {
  return page.evaluate(
    `(() => { ${AXE}; return axe.run().then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html))); })()`,
  );
}
