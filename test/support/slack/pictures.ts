import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from '../browser.ts';
import { tellBefore } from '../journeys/reader.ts';
import { at, shipped } from '../playbooks.ts';
import { squeezed } from '../png.ts';
import type { Resident } from './resident.ts';
import { SlackTown } from './slack-town.ts';
import type { FakeMessage, FakeView } from './world.ts';

const FOLDER = new URL('../../../docs/images/', import.meta.url);
/** In px: one of two languages side by side. */
const COLUMN = 620;

type Blocks = readonly object[];

/** What somebody sees of a critical report, in one language. */
interface Seen {
  readonly home: Blocks;
  readonly call: Blocks;
  readonly receipt: Blocks;
  readonly form: FakeView['view'];
}

/** What is said and pressed, by the beginning of its words. */
interface Script {
  readonly language: 'nb' | 'en';
  readonly fault: string;
  readonly stopped: string;
  readonly talked: string;
  readonly enough: string;
  readonly aboutMe: string;
  readonly fill: string;
}

const SCRIPTS: readonly Script[] = [
  {
    ...{ language: 'nb', fault: 'Pasientjournalen er nede, hele avdelingen står' },
    ...{ stopped: 'Full stans', talked: 'Ja, jeg har snakket', enough: 'Det holder' },
    ...{ aboutMe: 'om meg', fill: 'Fyll ut' },
  },
  {
    ...{ language: 'en', fault: 'The patient records are down for the whole department' },
    ...{ stopped: 'A full stop', talked: 'Yes, I have', enough: 'That is enough' },
    ...{ aboutMe: 'about me', fill: 'Fill in' },
  },
];

/**
 * Writes the pictures of docs/slack.md: what the whole adapter put into the fake Slack, as the playground lays out Block
 * Kit, in two languages side by side.
 * @param playground its address, which has the code and the style for that
 */
export async function pictureSlack(
  browser: Browser,
  playground: string,
  folder: URL = FOLDER,
): Promise<void> {
  const seen = await Promise.all(SCRIPTS.map(see));
  const page = await browser.page({ width: 2 * COLUMN, height: 900 });
  await page.goto(playground);
  const pictures = {
    home: seen.map(({ home }) => ({ blocks: home, as: 'page' })),
    call: seen.map(({ call }) => ({ blocks: call, as: 'message' })),
    receipt: seen.map(({ receipt }) => ({ blocks: receipt, as: 'message' })),
    form: seen.map(({ form }) => ({ ...form, as: 'modal' })),
  };
  for (const [name, columns] of Object.entries(pictures)) {
    await page.evaluate(`(${LAY_OUT})(${JSON.stringify(columns)})`);
    const picture = await page.locator('#sheet').screenshot({ animations: 'disabled' });
    writeFileSync(fileURLToPath(new URL(`slack-${name}.png`, folder)), squeezed(picture));
  }
}

async function see(script: Script): Promise<Seen> {
  const playbook = shipped('porsanger');
  const town = await SlackTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant());
  try {
    const anna = town.resident('anna');
    const { language } = script;
    await tellBefore(town.store, 'porsanger', anna.user.id, { site: 'helse-omsorg', locale: language });
    await announce(town);
    await anna.say(script.fault);
    await anna.choose(script.stopped);
    const call = blocksOf(anna.offer(script.talked).message);
    await anna.choose(script.talked);
    await anna.choose(script.enough);
    const receipt = newest(anna);
    await anna.say(script.aboutMe);
    await anna.choose(script.fill);
    await until(() => anna.modal !== null);
    await anna.openHome();
    await until(() => anna.home !== null);
    const home = (anna.home?.view.blocks ?? []) as Blocks;
    return { home, call, receipt, form: anna.modal?.view ?? {} };
  } finally {
    await town.stop();
  }
}

async function announce(town: SlackTown): Promise<void> {
  const it = town.resident('it', town.desk);
  await it.say('E-post');
  await it.choose('Meld driftsstans');
  await it.say('Leverandøren feilsøker. Ny melding klokka 11.');
}

function newest(resident: Resident): Blocks {
  const message = resident.messages.at(-1);
  if (message === undefined) throw new Error('the bot said nothing');
  return blocksOf(message);
}

/** As it is now: a message that is pressed later changes. */
function blocksOf({ blocks }: FakeMessage): Blocks {
  return structuredClone(blocks);
}

/** A sign for which not every machine has a letter. */
const SIREN = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M5 15v-5a5 5 0 0 1 10 0v5z" fill="#e01e2b"/>' +
    '<path d="M3 15h14v3H3z" fill="#555"/><path d="M10 1v2M3 4l1.5 1.5M17 4l-1.5 1.5" stroke="#e01e2b" stroke-width="1.6"/></svg>',
)}`;

/** Runs on the page. */
const LAY_OUT = `async (columns) => {
  const [{ drawBlock }, { el }] = await Promise.all([
    import('/playground/client/views/slack-blocks.js'), import('/playground/client/dom.js')]);
  const doing = { press() {}, zone: () => 'Europe/Oslo' };
  const button = (text, style) => el('span', { class: 'slack-button ' + style }, text.text);
  const frames = {
    page: (drawn) => el('article', { class: 'row bot' }, el('div', { class: 'said' }, drawn)),
    message: (drawn) => el('article', { class: 'row bot' },
      el('span', { class: 'avatar' }, el('img', { src: '/playground/icon.svg', alt: '' })),
      el('div', { class: 'said' },
        el('p', { class: 'sender' }, el('strong', {}, 'Driftvakt'), el('span', { class: 'app-badge' }, 'APP')), drawn)),
    modal: (drawn, { title, submit, close }) => {
      const ways = el('div', { class: 'actions' }, button(close, ''), button(submit, 'primary'));
      ways.style.cssText = 'justify-content: flex-end; margin-top: 16px';
      const box = el('div', {}, el('h3', { class: 'header' }, title.text), drawn, ways);
      box.style.cssText = 'border: 1px solid var(--s-line); border-radius: 8px; padding: 16px 20px; box-shadow: 0 4px 16px #0002';
      return box;
    },
  };
  const column = ({ blocks, as, ...view }) => {
    const drawn = el('form', { class: 'blocks' }, blocks.map((block) => drawBlock(block, doing)));
    const own = el('div', { class: 'view slack' }, frames[as](drawn, view));
    own.style.cssText = 'width: ${COLUMN}px; padding: 16px 24px; box-sizing: border-box; overflow: visible; height: auto';
    return own;
  };
  const sheet = el('div', { id: 'sheet' }, columns.map(column));
  sheet.style.cssText = 'display: flex; align-items: stretch; width: ${2 * COLUMN}px';
  document.body.replaceChildren(sheet);
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  const alarms = [];
  while (walker.nextNode()) if (walker.currentNode.data.startsWith('🚨')) alarms.push(walker.currentNode);
  for (const text of alarms) {
    const sign = el('img', { src: ${JSON.stringify(SIREN)}, alt: '' });
    sign.style.cssText = 'width: 1em; height: 1em; display: inline; vertical-align: -0.1em; border: 0';
    text.data = text.data.slice(2);
    text.before(sign);
  }
  await Promise.all([...document.images].map((image) => image.decode()));
}`;

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!isSo()) throw new Error('it did not happen in time');
}
