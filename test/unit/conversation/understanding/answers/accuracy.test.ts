import { expect } from 'chai';
import { LANGUAGES } from '../../../../../src/domain/organisation/language.ts';
import { confusion, KINDS, type Kind, type Phrase, phrases } from './phrases.ts';

const WANTED = 0.95;

describe('understanding of short answers', () => {
  const test = phrases('test');
  const development = phrases('development');

  after(() => console.log(report(test)));

  it('has at least 200 phrases, of every kind in every language', () => {
    expect(test.length).to.be.at.least(200);
    for (const kind of KINDS)
      for (const language of LANGUAGES)
        expect(
          test.some((phrase) => phrase.kind === kind && phrase.locale === language),
          `${kind} in ${language}`,
        ).to.equal(true);
  });

  for (const kind of KINDS) {
    it(`is right about ${kind} in at least 95 %, in every language`, () => {
      for (const language of LANGUAGES) {
        const own = test.filter((phrase) => phrase.kind === kind && phrase.locale === language);
        expect(share(own), `${language}: ${wrong(own)}`).to.be.at.least(WANTED);
      }
    });
  }

  it('keeps what the lists were widened with', () => {
    expect(share(development), wrong(development)).to.be.at.least(WANTED);
  });

  it('never hears a "yes" that is none', () => {
    const heard = of('reply', 'yes').filter(({ meant }) => meant !== 'yes');
    expect(wrong(heard)).to.equal('');
  });

  it('never takes a denial of danger for danger, and misses none in the test set', () => {
    expect(wrong(of('danger', 'yes'))).to.equal('');
    expect(wrong(test.filter(({ kind, meant }) => kind === 'danger' && meant === 'yes'))).to.equal('');
  });

  it('never chooses another label than the one meant', () => {
    const chosen = [...test, ...development].filter(
      ({ kind, understood }) => kind === 'choice' && understood !== '-',
    );
    expect(wrong(chosen)).to.equal('');
  });

  function of(kind: Kind, understood: string): readonly Phrase[] {
    return [...test, ...development].filter((one) => one.kind === kind && one.understood === understood);
  }
});

function share(all: readonly Phrase[]): number {
  return all.filter(({ meant, understood }) => meant === understood).length / all.length;
}

function wrong(all: readonly Phrase[]): string {
  return all
    .filter(({ meant, understood }) => meant !== understood)
    .map(({ text, meant, understood }) => `"${text}" ${meant} → ${understood}`)
    .join('; ');
}

function report(all: readonly Phrase[]): string {
  const lines = KINDS.map((kind) => {
    const own = all.filter((phrase) => phrase.kind === kind);
    return `${kind}: ${own.length} phrases, ${(share(own) * 100).toFixed(1)} % ${wrong(own)}`;
  });
  return `\n${lines.join('\n')}\n\n${confusion(all.filter(({ kind }) => kind === 'reply'))}\n`;
}
