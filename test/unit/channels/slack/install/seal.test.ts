import { expect } from 'chai';
import fc from 'fast-check';
import { keyFrom, sealOf } from '../../../../../src/channels/slack/install/seal.ts';

const [ONE, TWO] = ['the first secret, long enough 0001', 'the second secret, long enough 02'] as const;

describe('the seal of tokens', () => {
  const seal = sealOf([ONE], 'tokens');

  it('gives back what it closed, and never writes the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        const sealed = seal.close(text, place);
        expect(seal.open(sealed, place)).to.deep.equal({ text, isOld: false });
        expect(seal.close(text, place)).not.to.equal(sealed);
      }),
    );
    expect(seal.close('xoxb-secret', 'T1')).not.to.contain('xoxb');
  });

  it('opens nothing that was moved, changed, cut, or closed for another purpose', () => {
    const sealed = seal.close('xoxb-secret', 'T1');
    expect(seal.open(sealed, 'T2')).to.equal(null);
    expect(sealOf([ONE], 'other').open(sealed, 'T1')).to.equal(null);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'B', ''), (at, letter) => {
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        const isSame = Buffer.from(changed.slice(3), 'base64url').equals(
          Buffer.from(sealed.slice(3), 'base64url'),
        );
        if (!(isSame && changed.startsWith('v1.'))) expect(seal.open(changed, 'T1')).to.equal(null);
      }),
    );
    for (const odd of ['', 'v1.', 'v2.AAAA', sealed.slice(0, 30)])
      expect(seal.open(odd, 'T1')).to.equal(null);
  });

  it('opens with an earlier secret, and closes with the present one', () => {
    const old = seal.close('xoxb-secret', 'T1');
    const both = sealOf([TWO, ONE], 'tokens');
    expect(both.open(old, 'T1')).to.deep.equal({ text: 'xoxb-secret', isOld: true });
    const fresh = both.close('xoxb-secret', 'T1');
    expect([both.open(fresh, 'T1')?.isOld, seal.open(fresh, 'T1')]).to.deep.equal([false, null]);
    expect(sealOf([TWO], 'tokens').open(fresh, 'T1')?.text).to.equal('xoxb-secret');
  });

  it('has another key for each purpose', () => {
    expect(keyFrom(ONE, 'a')).to.have.lengthOf(32);
    expect(keyFrom(ONE, 'a').equals(keyFrom(ONE, 'b'))).to.equal(false);
  });
});
