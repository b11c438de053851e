import { expect } from 'chai';
import { STORE_LIMITS } from '../../../src/ports/store/limits.ts';
import { channelOf, derivedName, organisationOf, referenceOf } from '../../../src/runtime/names.ts';

describe('names', () => {
  it('references are eight letters that are not taken for each other, the same for the same event', () => {
    expect(referenceOf('a')).to.match(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(referenceOf('a')).to.equal(referenceOf('a')).and.to.equal('SABR-24PA');
    expect(referenceOf('a', 1)).to.not.equal(referenceOf('a'));
  });

  it('references of ten thousand events are all different', () => {
    const all = Array.from({ length: 10_000 }, (_, i) => referenceOf(`web/porsanger/anna/${i}`));
    expect(new Set(all).size).to.equal(all.length);
  });

  it('what is made of a long name still fits, and stays unique', () => {
    const long = (end: string) => `${'x'.repeat(STORE_LIMITS.keyCharacters - 1)}${end}`;
    expect(derivedName('reminder/', 'web/o/u')).to.equal('reminder/web/o/u');
    expect(derivedName('', long('a'), '/1')).to.have.length.at.most(STORE_LIMITS.keyCharacters);
    expect(derivedName('', long('a'), '/1')).to.not.equal(derivedName('', long('b'), '/1'));
  });

  it('a conversation tells its channel and organisation', () => {
    expect([channelOf('teams/porsanger/19:x/y'), organisationOf('teams/porsanger/19:x/y')]).to.deep.equal([
      'teams',
      'porsanger',
    ]);
    expect([channelOf('x'), organisationOf('x')]).to.deep.equal(['x', '']);
  });
});
