import type { Locator, Page } from 'playwright-core';

/** What stands for a card's secondary actions. */
const MORE = 'More options';

/** Presses the newest button with this title in a place of the page; one behind a card's “…” too. */
export async function pressIn(page: Page, place: Locator, title: string): Promise<void> {
  const cards = place.locator('.ac-adaptiveCard');
  const button = cards.getByRole('button', { name: title, exact: true }).last();
  const more = cards.getByRole('button', { name: MORE, exact: true }).last();
  await button.or(more).last().waitFor();
  if (await button.isVisible()) return button.click();
  await more.click();
  await page.getByRole('menuitem', { name: title, exact: true }).click();
}

/** The address that the newest button with this title opens; it is not opened. */
export async function linkIn(page: Page, place: Locator, title: string): Promise<string> {
  // A number would go to a program of the machine, which a test has none of.
  await page.evaluate('window.open = (address) => { window.lastOpened = address; return null; }');
  await place.locator('.ac-adaptiveCard').getByRole('link', { name: title, exact: true }).last().click();
  return page.evaluate<string>('String(window.lastOpened)');
}

/** Fills the newest field with this label: a text, an option by its title, `true` or `false` for a box to tick. */
export async function fillIn(page: Page, place: Locator, label: string, value: string): Promise<void> {
  // What opens a list of options has the same label.
  const inputs = page.locator('input, textarea');
  const field = place.locator('.ac-adaptiveCard').getByLabel(label).and(inputs).last();
  await field.waitFor();
  if ((await field.getAttribute('role')) === 'combobox') {
    await field.click();
    await page.getByRole('option', { name: value, exact: true }).click();
  } else if ((await field.getAttribute('type')) === 'checkbox') await field.setChecked(value === 'true');
  else await field.fill(value);
}
