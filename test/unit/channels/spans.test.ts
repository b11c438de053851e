import { expect } from 'chai';
import fc from 'fast-check';
import { pressSigns, spanSigns } from '../../../src/channels/spans.ts';

describe('signs of what is told several times', () => {
  it('have one in common within half a span, and none beyond a span', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 3000 }), (at, tenths) => {
        const apart = tenths / 10;
        const [first, later] = [spanSigns('x', at, 60), spanSigns('x', at + apart, 60)];
        const isKnown = later.some((sign) => first.includes(sign));
        if (apart < 30) expect(isKnown).to.equal(true);
        if (apart > 60) expect(isKnown).to.equal(false);
      }),
    );
  });

  it('are one for all time where nobody says when', () => {
    expect(spanSigns('x', null, 60)).to.deep.equal(['x']);
  });

  it('of a press tell cards, choices and what was filled in apart', () => {
    const all = [
      pressSigns('card', '3-1', {}, 100),
      pressSigns('other', '3-1', {}, 100),
      pressSigns('card', '3-2', {}, 100),
      pressSigns('card', '3-1', { place: 'a' }, 100),
      pressSigns('card', '3-1', { place: 'b' }, 100),
    ];
    expect(new Set(all.flat())).to.have.length(all.flat().length);
    expect(pressSigns('card', '3-1', { place: 'a' }, 100)).to.deep.equal(all[3]);
  });
});
