import { expect } from 'chai';
import { isUnmarked } from '../../src/channels/teams/literal.ts';
import { teamsCard } from '../../src/channels/teams/render.ts';
import { Browser, hasBrowser } from '../support/browser.ts';
import { CardPage, type Scheme } from '../support/card-page.ts';
import { everyKindOf, HOSTILE, largest } from '../support/hostile.ts';
import { callSample, samples } from '../support/messages.ts';
import { Marked } from '../support/shown.ts';

/** What fits on a button of the narrowest card, whatever the font; a longer label has its button for itself. */
const isShort = ({ length }: string) => length <= 22;

describe('cards in Microsoft’s own library', function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async function () {
    if (!hasBrowser()) this.skip();
    browser = await Browser.start();
  });
  after(() => browser?.stop());

  for (const width of [280, 800]) {
    for (const scheme of ['light', 'dark'] satisfies Scheme[]) {
      it(`are whole at ${width} px, ${scheme}: no fault, nothing too wide, no label cut off`, async () => {
        const cards = await CardPage.open(browser, width, scheme);
        for (const language of ['nb', 'sv', 'nl', 'en'] as const) {
          for (const { name, message } of samples(language)) {
            const what = `${name} ${language}`;
            expect((await cards.draw(teamsCard(message))).faults, what).to.deep.equal([]);
            expect(await cards.overflowing(), what).to.deep.equal([]);
            expect((await cards.cutOff()).filter(isShort), what).to.deep.equal([]);
          }
        }
      });
    }
  }

  it('show what people wrote as they wrote it, and run nothing of it', async () => {
    const cards = await CardPage.open(browser, 280, 'light');
    for (const [what, text] of Object.entries(HOSTILE)) {
      // The shortest place is the button of a picture.
      const marked = new Marked(Array.from(text).slice(0, 50).join('').toWellFormed());
      for (const message of everyKindOf(marked.next)) {
        const drawn = await cards.draw(teamsCard(message));
        expect(drawn.faults, what).to.deep.equal([]);
        expect(marked.missing(message, [drawn.text]), `${what} ${message.kind}`).to.deep.equal([]);
        expect(
          drawn.marked.filter((each) => !isUnmarked(each)),
          what,
        ).to.deep.equal([]);
      }
    }
    expect(await cards.page.title()).to.equal('cards');
    expect(
      await cards.page
        .locator(
          '#card script, #card img:not([src="https://files.example/1.jpg"]), #card a[href^="javascript" i]',
        )
        .count(),
    ).to.equal(0);
  });

  it('are not wider than a phone however much is in them', async () => {
    const cards = await CardPage.open(browser, 280, 'light');
    for (const message of [...largest(), ...everyKindOf(() => 'm'.repeat(5000))]) {
      await cards.draw(teamsCard(message));
      expect(await cards.overflowing(), message.kind).to.deep.equal([]);
    }
  });

  it('give a number as a button of its own, and send back which choice was pressed', async () => {
    const cards = await CardPage.open(browser, 280, 'light');
    await cards.draw(teamsCard(callSample('falkenberg', '2026-11-23T10:00', 'sv')));
    await cards.page.getByRole('link', { name: 'Ring 0346-88 55 55' }).click();
    await cards.page.getByRole('button', { name: 'Nej, ingen svarade' }).click();
    expect(await cards.page.evaluate('pressed')).to.deep.equal(['tel:+46346885555', { choice: 'n' }]);
  });

  it('tick a step by pressing its row, with the keyboard too', async () => {
    const cards = await CardPage.open(browser, 280, 'light');
    await cards.draw(teamsCard(samples('en').find(({ name }) => name === 'routine')!.message));
    await cards.page.getByRole('button', { name: /^Tick off: No other site works/ }).press('Enter');
    expect(await cards.page.evaluate('pressed')).to.deep.equal([{ choice: 'step2' }]);
  });

  it('send what was filled in, with the choice', async () => {
    const cards = await CardPage.open(browser, 280, 'light');
    await cards.draw(teamsCard(samples('en').find(({ name }) => name === 'form')!.message));
    await cards.page
      .getByRole('textbox', { name: 'A number where you can be reached' })
      .fill('0346-88 55 55');
    await cards.page.getByRole('button', { name: 'Save' }).click();
    expect(await cards.page.evaluate('pressed')).to.deep.equal([
      { choice: 'save', role: 'nurse', 'contact-back': '0346-88 55 55' },
    ]);
  });
});
