import { expect } from 'chai';
import fc from 'fast-check';
import { deedsNow, mayDo } from '../../../../src/domain/orders/authority.ts';
import { ORDER_DEEDS, type OrderCommand, WORDED_DEEDS } from '../../../../src/domain/orders/commands.ts';
import { nextChase } from '../../../../src/domain/orders/due.ts';
import { isOver, MAIL_MEANINGS, ORDER_LIMITS, type Order } from '../../../../src/domain/orders/order.ts';
import {
  AT,
  apply,
  BOT,
  DIRECTOR,
  MANAGER,
  made,
  mail,
  NEMESYS,
  REPORTER,
  RULES,
  STRANGER,
  SUPPLIER,
} from './stage.ts';

const actor = fc.constantFrom(MANAGER, DIRECTOR, REPORTER, STRANGER, NEMESYS, BOT);
const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc.record({ do: fc.constantFrom(...ORDER_DEEDS), text: fc.string({ maxLength: 3000 }) }),
  fc.record({
    do: fc.constant('handed' as const),
    external: fc.constantFrom(null, { reference: 'I 1', url: null }),
    confirms: fc.boolean(),
  }),
  fc.record({
    do: fc.constantFrom('perhaps-handed' as const, 'handing-failed' as const),
    reason: fc.constant('why'),
  }),
  fc
    .record({ taken: fc.constantFrom(null, ...MAIL_MEANINGS), believed: fc.boolean() })
    .map(({ taken, believed }) => ({ do: 'mail' as const, mail: mail(taken, believed) })),
  fc.record({
    do: fc.constant('status' as const),
    status: fc.constantFrom(null, 'a', 'b'),
    solved: fc.boolean(),
  }),
  fc.constant({ do: 'tick' as const }),
);
const steps = fc.array(fc.tuple(command, actor, fc.nat({ max: 6 * 3_600_000 })), { maxLength: 80 });

/** Runs all steps; `each` sees every one that was done. */
function run(
  all: readonly [OrderCommand, typeof MANAGER, number][],
  each: (before: Order, after: Order, step: [OrderCommand, typeof MANAGER, number], at: number) => void,
): Order {
  let [order, at] = [made(), AT];
  for (const step of all) {
    at += step[2];
    const applied = apply(order, step[0], step[1], at);
    if (applied.outcome === 'done') each(order, applied.order, step, at);
    order = applied.order;
  }
  return order;
}

describe('orders, whatever happens to them', () => {
  it('change only by whoever may, and only as they stand', () => {
    fc.assert(
      fc.property(steps, (all) => {
        run(all, (before, _after, [{ do: deed }, by]) => {
          const found = ORDER_DEEDS.find((each) => each === deed);
          if (found === undefined) return;
          expect(mayDo(RULES, before, found, by), deed).to.equal(true);
          if (found !== 'show') expect(deedsNow(before), deed).to.include(found);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('once over stay over; money is answered only by who may, with why if it is no', () => {
    fc.assert(
      fc.property(steps, (all) => {
        run(all, (before, after, [{ do: deed }, by]) => {
          if (isOver(before)) expect(after.state).to.equal(before.state);
          if (before.quote?.answer === 'waiting' && after.quote?.answer !== 'waiting')
            expect(by).to.equal(DIRECTOR);
          if (before.invoice?.answer === 'waiting' && after.invoice?.answer !== 'waiting')
            expect(by).to.equal(MANAGER);
          if (after.invoice?.answer === 'no') expect(after.invoice.why).to.not.equal('');
          if (!isOver(before) && after.state === 'closed') expect(deed).to.be.oneOf(['satisfied', 'close']);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are on their way again only if they surely did not arrive', () => {
    fc.assert(
      fc.property(steps, (all) => {
        run(all, (before, after) => {
          if (after.tries === before.tries) return;
          expect(before).to.include({ handing: 'failed', state: 'ordering' });
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keep within their limits, the first entry of their history included', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const order = run(all, () => undefined);
        expect(order.history.length).to.be.at.most(ORDER_LIMITS.history);
        expect(order.history[0]?.what).to.equal('ordered');
        expect(order.mails.length).to.be.at.most(ORDER_LIMITS.mails);
        for (const { text } of order.history) expect(text?.length ?? 0).to.be.at.most(ORDER_LIMITS.text);
        expect(order.history.map(({ at }) => at)).to.deep.equal(
          order.history.map(({ at }) => at).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('are asked for no more often than the playbook says, and never early', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const order = run(all, (before, after, _step, at) => {
          if (after.chased > before.chased) expect(nextChase(SUPPLIER, before)).to.be.at.most(at);
        });
        expect(order.history.filter(({ what }) => what === 'chased').length).to.be.at.most(SUPPLIER.chases);
      }),
      { numRuns: 300 },
    );
  });

  it('take no worded deed without words', () => {
    for (const deed of WORDED_DEEDS)
      for (const by of [MANAGER, DIRECTOR, REPORTER])
        expect(apply(made(), { do: deed, text: ' \n' }, by).outcome).to.equal('refused');
  });
});
