import { expect } from 'chai';
import type { Delivery } from '../../../src/ports/store/outbox.ts';
import { Outcomes } from '../../../src/runtime/outcomes.ts';

const of = (id: string, attempt = 1) => ({ id, attempt }) as Delivery;
const SENT = { outcome: 'sent', receipt: null } as const;

describe('what became of what was sent lately', () => {
  it('is known of the very try, and of no other', () => {
    const outcomes = new Outcomes();
    outcomes.keep(of('a', 2), SENT);
    expect(outcomes.of(of('a', 2))).to.equal(SENT);
    expect(outcomes.of(of('a', 1))).to.equal(null);
    expect(outcomes.of(of('b', 2))).to.equal(null);
  });

  it('is forgotten of the oldest when there are many', () => {
    const outcomes = new Outcomes();
    for (let n = 0; n <= 2000; n++) outcomes.keep(of(`d${n}`), SENT);
    expect(outcomes.of(of('d0'))).to.equal(null);
    expect(outcomes.of(of('d1'))).to.equal(SENT);
    expect(outcomes.of(of('d2000'))).to.equal(SENT);
  });
});
