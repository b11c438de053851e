import { expect } from 'chai';
import { isUnmarked } from '../../src/channels/teams/literal.ts';
import { dialogCard, type TeamsCard, teamsCard } from '../../src/channels/teams/render.ts';
import { spentCard } from '../../src/channels/teams/signed.ts';
import { LANGUAGES, type Language } from '../../src/domain/organisation/language.ts';
import { Browser, hasBrowser } from '../support/browser.ts';
import { THEMES } from '../support/card-hosts.ts';
import { CardPage } from '../support/card-page.ts';
import { awayMessages } from '../support/gallery-away.ts';
import { type FollowLanguage, followMessages } from '../support/gallery-follow.ts';
import { galleryMessages } from '../support/gallery-messages.ts';
import { everyKindOf, HOSTILE, largest } from '../support/hostile.ts';
import { callSample, samples } from '../support/messages.ts';
import { asRead, Marked, parts } from '../support/shown.ts';

const SIGN = { of: 'gCpv6qKzjr3e', on: '12.1' };

interface Sent {
  readonly name: string;
  readonly card: TeamsCard;
}

/** Every card as it goes to Teams: signed, answered, and as a dialog. */
function sent(language: Language): Sent[] {
  const fromGallery = Object.entries(galleryMessages()).map(([kind, { message }]) => ({
    name: `${kind} of the gallery`,
    message,
  }));
  return [...samples(language), ...(language === 'nb' ? fromGallery : [])].flatMap(({ name, message }) => {
    const card = teamsCard(message, SIGN);
    const chosen = message.choices[0]?.label ?? null;
    const dialog = message.kind === 'form' ? [{ name: 'dialog', card: dialogCard(message, SIGN) }] : [];
    return [{ name, card }, { name: `${name}, answered`, card: spentCard(card, chosen) }, ...dialog];
  });
}

/** What follows a report, in the languages of its scenarios. */
async function followed(language: FollowLanguage): Promise<Sent[]> {
  return Object.entries(await followMessages(language)).flatMap(([name, message]) => {
    const card = teamsCard(message, SIGN);
    const chosen = message.choices[0]?.label ?? null;
    return [
      { name, card },
      { name: `${name}, answered`, card: spentCard(card, chosen) },
    ];
  });
}

/** The names of what can be pressed on a card; what is behind a menu comes with pressing that. */
function pressable({ body }: TeamsCard): Set<unknown> {
  const actions = parts(body).filter(
    ({ type, mode }) => /^Action\./.test(String(type)) && mode !== 'secondary',
  );
  return new Set(actions.map(({ title }) => title));
}

describe('cards in Microsoft’s own library', function () {
  this.timeout(120_000);
  let browser: Browser;
  before(async function () {
    if (!hasBrowser()) this.skip();
    browser = await Browser.start();
  });
  after(() => browser?.stop());

  for (const width of [280, 800]) {
    for (const theme of THEMES) {
      it(`are whole at ${width} px, ${theme}: no fault, nothing too wide, no label cut off`, async () => {
        const cards = await CardPage.open(browser, width, theme);
        for (const language of LANGUAGES)
          expect(await cards.examined(sent(language)), language).to.deep.equal([]);
        for (const language of ['nb', 'nl'] as const)
          expect(await cards.examined(await followed(language)), `what follows, ${language}`).to.deep.equal(
            [],
          );
        await cards.page.close();
      });
    }
  }

  // What a theme changes are colours, what a width or a language changes is what stands where: each is looked at once.
  const looks = [
    ...THEMES.map((theme) => ({ theme, width: 280, language: 'nb' as const })),
    { theme: THEMES[0], width: 800, language: 'nl' as const },
  ];
  for (const { theme, width, language } of looks) {
    it(`are for everybody, ${theme}, ${width} px, ${language}: axe-core finds nothing, contrast included`, async () => {
      const cards = await CardPage.open(browser, width, theme);
      await cards.drawAll(sent(language).map(({ card }) => card));
      expect(await cards.inaccessible()).to.deep.equal([]);
      await cards.page.close();
    });
  }

  it('break no word in two on a narrow phone', async () => {
    const cards = await CardPage.open(browser, 280, 'light');
    for (const language of LANGUAGES) {
      const away = awayMessages(language).map((message) => teamsCard(message, SIGN));
      await cards.drawAll([...away, ...sent(language).map(({ card }) => card)]);
      expect(await cards.broken(), language).to.deep.equal([]);
    }
    await cards.page.close();
  });

  it('let everything be reached with the keyboard, by the name that is read on it', async () => {
    const cards = await CardPage.open(browser, 280, 'light');
    for (const { name, card } of [...sent('nb'), ...sent('en')]) {
      await cards.draw(card);
      const [root, ...names] = await cards.tabbed();
      expect(asRead(root ?? ''), `${name}: what is read first`).to.equal(asRead(card.speak));
      const inputs = parts(card.body).flatMap(({ type, label }) =>
        /^Input\./.test(String(type)) ? [label] : [],
      );
      expect(new Set(names), name).to.deep.equal(new Set([...pressable(card), ...inputs]));
    }
  });

  it('say where a press belongs, and cannot be pressed once they were answered', async () => {
    const cards = await CardPage.open(browser, 280, 'light');
    for (const { message, chosen } of Object.values(galleryMessages())) {
      if (chosen === null) continue;
      const card = teamsCard(message, SIGN);
      const { text } = await cards.draw(spentCard(card, chosen));
      expect(text, message.kind).to.contain(`✓ ${chosen}`);
      for (const { label } of message.choices)
        if (label !== chosen) expect(text, message.kind).to.not.contain(label);
      const left = await cards.page.locator('#card').getByRole('button').count();
      expect(left, `${message.kind}: buttons left`).to.equal(0);
    }
    await cards.draw(teamsCard(galleryMessages().ask.message, SIGN));
    await cards.page
      .getByRole('button', { name: 'Full stans i produksjonen for en hel avdeling' })
      .press('Enter');
    const [pressed] = (await cards.page.evaluate('pressed')) as object[];
    expect(pressed).to.include(SIGN).and.have.property('choice');
  });

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
