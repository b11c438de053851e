import { expect } from 'chai';
import { readPeriod } from '../../../../../src/conversation/understanding/periods/period.ts';
import { type Phrase, phrasesIn, readAs } from '../../../../support/periods/phrases.ts';

describe('when somebody is away, in words', () => {
  const phrases = [...phrasesIn('phrases'), ...phrasesIn('held-out')];

  it('understands at least 95 % of two hundred phrases', () => {
    const missed = phrases.filter((phrase) => !isRight(phrase));
    for (const { language, text, now, meant } of missed)
      console.log(
        `      ${language} "${text}": ${readAs(readPeriod({ language, now }, text))}, not ${meant}`,
      );
    console.log(`      ${phrases.length - missed.length} of ${phrases.length}`);
    expect(missed.length / phrases.length).to.be.at.most(0.05);
  });
});

function isRight({ language, now, text, meant }: Phrase): boolean {
  return readAs(readPeriod({ language, now }, text)) === meant;
}
