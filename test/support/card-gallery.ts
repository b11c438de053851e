import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dialogCard, teamsCard } from '../../src/channels/teams/render.ts';
import { spentCard } from '../../src/channels/teams/signed.ts';
import type { Browser } from './browser.ts';
import { CardPage } from './card-page.ts';
import { awayMessages } from './gallery-away.ts';
import { followMessages } from './gallery-follow.ts';
import { galleryMessages, type Shown } from './gallery-messages.ts';
import { windowSample } from './messages.ts';
import { squeezed } from './png.ts';

const FOLDER = new URL('../../docs/images/cards/', import.meta.url);
const SIGN = { of: 'gCpv6qKzjr3e', on: '12.1' };
/** Widths in px: of a wide card, of a narrow one, and of one half of the picture. */
const [WIDE, NARROW, HALF] = [800, 280, 824];

/** A picture of a card: wide, narrow, and what it is once it was answered. */
interface Panel {
  readonly name: string;
  readonly card: object;
  readonly spent: object | null;
}

/** Writes a picture of each kind of card into a folder, light on the left and dark on the right. */
export async function pictureCards(browser: Browser, folder: URL = FOLDER): Promise<void> {
  await picturePanels(browser, [...panels(), ...(await followPanels())], folder);
}

export async function picturePanels(browser: Browser, all: readonly Panel[], folder: URL): Promise<void> {
  const cards = await CardPage.open(browser, 2 * HALF, 'light');
  for (const { name, card, spent } of all) {
    await cards.page.evaluate(`(${LAY_OUT})(${JSON.stringify({ card, spent })})`);
    await cards.page.locator('img').evaluateAll(LOADED);
    const picture = await cards.page.locator('#sheet').screenshot();
    writeFileSync(fileURLToPath(new URL(`${name}.png`, folder)), squeezed(picture));
  }
}

function panels(): Panel[] {
  const { form, ...others } = galleryMessages();
  const dialog = form.message.kind === 'form' ? dialogCard(form.message, SIGN) : null;
  const window = { message: windowSample('sv'), chosen: null };
  const [, absence, absenceForm] = awayMessages('sv').map((message) => ({ message, chosen: null }));
  const away = {
    ...(absence !== undefined && { absence }),
    ...(absenceForm !== undefined && { 'absence-form': absenceForm }),
  };
  const shown = { ...others, form, 'notice-window': window, ...away };
  const all = Object.entries(shown).map(([name, each]) => panelOf(name, each));
  return dialog === null ? all : [...all, { name: 'dialog', card: dialog, spent: null }];
}

/** What follows a report: an order in Dutch, pings in Norwegian, as their scenarios are. */
export async function followPanels(): Promise<Panel[]> {
  const [dutch, norwegian] = [await followMessages('nl'), await followMessages('nb')];
  return Object.keys(dutch).flatMap((name) => {
    const message = (name.startsWith('ping') ? norwegian : dutch)[name];
    return message === undefined ? [] : [panelOf(`follow-${name}`, { message, chosen: null })];
  });
}

export function panelOf(name: string, { message, chosen }: Shown): Panel {
  const card = teamsCard(message, SIGN);
  return { name, card, spent: chosen === null ? null : spentCard(card, chosen) };
}

/** Runs on the page. */
const LAY_OUT = `({ card, spent }) => {
  const place = (width, shown, theme) => {
    const frame = Object.assign(document.createElement('div'), { className: 'card' });
    frame.style.width = (width - 18) + 'px';
    draw(shown, frame, theme);
    return frame;
  };
  const half = (theme) => {
    const own = Object.assign(document.createElement('div'), { className: 'host-' + theme });
    own.style.cssText = 'width: ${HALF}px; padding: 4px; box-sizing: border-box; ';
    const narrow = document.createElement('div');
    narrow.style.cssText = 'display: flex; align-items: flex-start; gap: 24px';
    narrow.append(...[card, spent].filter((each) => each !== null).map((each) => place(${NARROW}, each, theme)));
    own.append(place(${WIDE}, card, theme), narrow);
    return own;
  };
  const sheet = Object.assign(document.createElement('div'), { id: 'sheet' });
  sheet.style.cssText = 'display: flex; width: ${2 * HALF}px';
  sheet.append(half('light'), half('dark'));
  document.body.replaceChildren(sheet);
}`;

const LOADED = `(images) => Promise.all(images.map((image) => image.decode()))`;
