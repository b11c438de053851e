import { expect } from 'chai';
import fc from 'fast-check';
import { chosenAmong } from '../../../../../src/conversation/understanding/answers/choice.ts';
import { correctionIn } from '../../../../../src/conversation/understanding/answers/correction.ts';
import { saysCritical, saysDanger } from '../../../../../src/conversation/understanding/answers/danger.ts';
import { languageWish } from '../../../../../src/conversation/understanding/answers/language-wish.ts';
import {
  isMereAgreement,
  REPLY_WORDS,
  replyIn,
} from '../../../../../src/conversation/understanding/answers/reply.ts';
import { isCancel } from '../../../../../src/conversation/understanding/cancel.ts';
import { wordsOf } from '../../../../../src/conversation/understanding/text.ts';
import { LANGUAGES, type Language } from '../../../../../src/domain/organisation/language.ts';
import { processorTime } from '../../../../support/processor-time.ts';
import { utterances } from '../../../../support/utterances.ts';
import { phrases } from './phrases.ts';

const texts = phrases('test').map(({ text }) => text);
const sentences = [...LANGUAGES, 'development'].flatMap(utterances);
const labels = ['Skrivare', 'Dator', 'Mejl', 'Telefoni', 'Bara jag', 'Hela enheten', 'Inte kritiskt'];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...texts), fc.string({ maxLength: 8 })), { maxLength: 5 })
    .map((parts) => parts.join(' ')),
);

function everything(locale: Language, text: string): readonly unknown[] {
  return [
    replyIn(locale, text),
    isMereAgreement(locale, text),
    chosenAmong(locale, text, labels),
    saysDanger(text),
    saysCritical(text),
    correctionIn(text),
    languageWish(text),
  ];
}

describe('short answers', () => {
  it('never throw, and are the same for the same text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), anyText, (locale, text) => {
        const answers = everything(locale, text);
        const [reply, , choice, , , , wish] = answers;
        expect([null, ...REPLY_WORDS]).to.include(reply);
        expect([null, ...labels.keys()]).to.include(choice);
        expect([null, ...LANGUAGES]).to.include(wish);
        expect(everything(locale, text)).to.deep.equal(answers);
      }),
      { numRuns: 300 },
    );
  });

  it('do not mind capital letters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), fc.constantFrom(...texts), (locale, text) => {
        const rests = (all: readonly unknown[]): readonly unknown[] =>
          all.map((one) => JSON.stringify(one)?.toLowerCase());
        expect(rests(everything(locale, text.toUpperCase()))).to.deep.equal(rests(everything(locale, text)));
      }),
      { numRuns: 200 },
    );
  });

  it('give back a part of the text as the rest of a correction', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.string({ maxLength: 20 }), (text, more) => {
        const said = `${text} ${more}`;
        const rest = correctionIn(said)?.rest;
        if (rest !== undefined) expect(said.normalize('NFKC').replace(/\p{Cf}/gu, '')).to.include(rest);
      }),
    );
  });

  it('are quick with 100,000 characters of anything', () => {
    const parts = [
      'a',
      '<',
      ' ',
      'ja ',
      'nej ',
      'nej inte ',
      'fara för liv ',
      'inte ',
      'a.',
      '?',
      ',',
      'jag menade ',
      '2 ',
      '👍',
      'é',
      '\u200b',
      'engelska ',
    ];
    for (const part of parts) {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      const took = processorTime(() => everything('sv', text));
      expect(took, part).to.be.lessThan(1_500);
    }
  });

  it('never take a wish to stop for an answer', () => {
    for (const { text, intent } of sentences)
      if (intent === 'cancel' && isCancel(wordsOf(text))) expect(replyIn('sv', text), text).to.equal(null);
    for (const text of ['stopp', 'avbryt', 'nej avbryt', 'laat maar', 'never mind', 'glem det'])
      expect(replyIn('sv', text), text).to.equal(null);
  });

  it('hear no yes, no danger and no wish in whole reports', () => {
    const heard = sentences.filter(
      ({ text }) =>
        ['yes', 'no'].includes(replyIn('sv', text) ?? '') || saysDanger(text) || languageWish(text) !== null,
    );
    expect(heard.map(({ text }) => text)).to.deep.equal([]);
  });
});

describe('chosenAmong', () => {
  it('means the same label in whatever order they are offered', () => {
    const said = [
      'skrivaren',
      'dattor',
      'mejlen',
      'bara jag',
      'hela',
      'inte kritiskt',
      'telefonin',
      'enheten',
    ];
    const anyOrder = fc.shuffledSubarray(labels, { minLength: labels.length });
    fc.assert(
      fc.property(anyOrder, fc.constantFrom(...said), (offered, text) => {
        const meant = (all: readonly string[]): string | undefined => all[chosenAmong('sv', text, all) ?? -1];
        expect(meant(offered)).to.equal(meant(labels));
      }),
    );
  });

  it('is sure of a label said word for word, unless it is offered twice', () => {
    for (const [at, label] of labels.entries())
      expect(chosenAmong('sv', label.toUpperCase(), labels)).to.equal(at);
    expect(chosenAmong('sv', 'dator', ['Dator', 'Dator'])).to.equal(null);
    expect(chosenAmong('sv', 'dator', [])).to.equal(null);
    expect(chosenAmong('sv', '2. Dator', labels)).to.equal(1);
  });

  it('takes no number for a place that is a word of another label', () => {
    expect(chosenAmong('sv', '2', ['Plan 2', 'Plan 3'])).to.equal(null);
    expect(chosenAmong('sv', '3', ['Plan 2', 'Plan 3'])).to.equal(1);
    expect(chosenAmong('sv', 'andra', ['Andra system', 'Skrivare'])).to.equal(null);
  });
});

describe('isMereAgreement', () => {
  it('tells "ok" from a yes that states something', () => {
    for (const text of ['ok', 'okej', '👍', 'kör på', 'prima', 'greit'])
      expect(isMereAgreement('sv', text), text).to.equal(true);
    for (const text of ['ja', 'ok ja', 'ja ok', 'ok tack', 'nej', 'ok nej', ''])
      expect(isMereAgreement('sv', text), text).to.equal(false);
  });
});
