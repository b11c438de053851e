import { expect } from 'chai';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES } from '../../../src/domain/organisation/language.ts';
import type { TextKey } from '../../../src/locales/catalogue.ts';
import { CATALOGUES, say } from '../../../src/locales/say.ts';

const keys = Object.keys(CATALOGUES.en) as TextKey[];

/** The names of what is filled into a text. */
function values(text: string): string[] {
  const names = new Set<string>();
  const visit = (parts: readonly unknown[]): void => {
    for (const part of parts as {
      type: number;
      value?: string;
      options?: Record<string, { value: unknown[] }>;
    }[]) {
      if (part.type !== 0 && part.value !== undefined) names.add(part.value);
      for (const option of Object.values(part.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(text, 'en').getAst());
  return [...names].filter((name) => name !== '#').sort();
}

describe('catalogues', () => {
  for (const language of LANGUAGES) {
    it(`${language} has exactly the keys of English`, () => {
      expect(Object.keys(CATALOGUES[language]).sort()).to.deep.equal([...keys].sort());
    });

    it(`${language} fills in the same values, and no text is empty`, () => {
      for (const key of keys) {
        const text = CATALOGUES[language][key];
        expect(text.trim(), key).to.equal(text).and.not.equal('');
        expect(values(text), key).to.deep.equal(values(CATALOGUES.en[key]));
      }
    });
  }

  it('puts numbers into their grammatical form', () => {
    expect(say('sv', 'duration.minutes', { count: 1 })).to.equal('1 minut');
    expect(say('nb', 'duration.minutes', { count: 10 })).to.equal('10 minutter');
    expect(say('nl', 'duration.hours', { count: 24 })).to.equal('24 uur');
  });

  it('leaves what is filled in as it is: it is escaped by the channel, not here', () => {
    expect(say('en', 'contact.extension', { extension: '<b>{x}</b>' })).to.equal('extension <b>{x}</b>');
  });
});
