import { expect } from 'chai';
import { LinkKeys } from '../../../src/http/link-key.ts';

const SECRET = 'a-secret-of-more-than-thirty-two-characters';

describe('keys of links', () => {
  const keys = new LinkKeys(SECRET, true);

  it('open their own page and no other', () => {
    const key = keys.keyFor('who', 'porsanger');
    expect(keys.opens('who', 'porsanger', key)).to.equal(true);
    expect(keys.opens('who', 'kivido', key)).to.equal(false);
    expect(keys.opens('board', 'porsanger', key)).to.equal(false);
  });

  it('are void under another secret', () => {
    expect(
      new LinkKeys(`${SECRET}2`, true).opens('who', 'porsanger', keys.keyFor('who', 'porsanger')),
    ).to.equal(false);
  });

  it('do not open when missing, cut, changed or of other characters', () => {
    const key = keys.keyFor('who', 'porsanger');
    for (const wrong of [null, '', key.slice(1), `${key}x`, `${key.slice(1)}!`, 'é'.repeat(22)])
      expect(keys.opens('who', 'porsanger', wrong)).to.equal(false);
  });

  it('do not exist in production without a secret, and are the same at every start elsewhere', () => {
    const development = new LinkKeys(undefined, false);
    const key = development.keyFor('who', 'porsanger');
    expect(new LinkKeys(undefined, false).opens('who', 'porsanger', key)).to.equal(true);
    expect(new LinkKeys(undefined, true).opens('who', 'porsanger', key)).to.equal(false);
  });
});
