import { expect } from 'chai';
import fc from 'fast-check';
import { nearest, suggestion } from '../../../src/playbook/suggestion.ts';

describe('the word that was probably meant', () => {
  it('is the nearest one, whatever its letters’ size', () => {
    expect(nearest('contcats', ['contact', 'contacts', 'routes'])).to.equal('contacts');
    expect(nearest('it-servcie', ['it-service', 'it-serving'])).to.equal('it-service');
    expect(nearest('ANY-OF', ['any-of', 'in-order'])).to.equal('any-of');
    expect(suggestion('phon', ['phone', 'role'])).to.equal('; did you mean "phone"?');
  });

  it('is none where only short or far words are left', () => {
    expect(nearest('se', ['ad', 'sv', 'es'])).to.equal(undefined);
    expect(nearest('web', ['net', 'tes'])).to.equal(undefined);
    expect(nearest('switchboard', ['supplier', 'manager'])).to.equal(undefined);
    expect(suggestion('x', [])).to.equal('');
  });

  it('is the word itself where it is known', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (words, i) => {
        const word = words[i % words.length]!;
        expect(nearest(word, words)?.toLowerCase()).to.equal(word.toLowerCase());
      }),
    );
  });
});
