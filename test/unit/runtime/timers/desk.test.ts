import { expect } from 'chai';
import { NOTICE_EVENTS } from '../../../../src/runtime/notices/events.ts';
import { heard, NINE, saying, TestEngine } from '../../../support/engine.ts';
import { committing } from '../../../support/store-arrange.ts';

const MINUTE = 60_000;

describe('timers for operators', () => {
  /** Reminds in ten minutes, and says what happens. */
  const service = () =>
    new TestEngine(
      saying(heard, ({ what }, now) => {
        if (what.kind !== 'said') return { state: { reminders: [] } };
        const due = now.epochMilliseconds + 10 * MINUTE;
        return {
          state: { reminders: [{ id: 'r', due, about: { kind: 'reached', report: 'R', times: 1 } }] },
        };
      }),
    );
  const portion = NOTICE_EVENTS.timer(
    { organisation: 'porsanger', subject: 'N1', ahead: 0, what: { kind: 'portion', revision: 1 } },
    NINE + MINUTE,
  );

  it('are listed with what they do, and nothing of what they carry', async () => {
    const engine = service();
    await engine.say('a', 'secret words');
    const { timers, next } = await engine.engine.timers.list({ organisation: 'porsanger', limit: 10 });
    expect(next).to.equal(null);
    expect(timers).to.deep.equal([
      {
        ...{
          id: 'reminder/web/porsanger/anna',
          organisation: 'porsanger',
          conversation: 'web/porsanger/anna',
        },
        ...{ kind: 'due', does: 'reminds of what the conversation wanted to be reminded of' },
        ...{ dueAt: NINE + 10 * MINUTE, overdue: false, fault: null },
      },
    ]);
    engine.now += 11 * MINUTE;
    const [late] = (await engine.engine.timers.list({ organisation: 'porsanger', limit: 10 })).timers;
    expect(late?.overdue).to.equal(true);
  });

  it('that are cancelled do not ring, and the conversation is told', async () => {
    const engine = service();
    await engine.say('a', 'hei');
    const asked = { organisation: 'porsanger', id: 'reminder/web/porsanger/anna', by: 'operator' };
    expect(await engine.engine.timers.cancel({ ...asked, organisation: 'kivido' })).to.deep.equal({
      outcome: 'unknown',
    });
    expect((await engine.engine.timers.cancel(asked)).outcome).to.equal('cancelled');
    expect((await engine.engine.timers.cancel(asked)).outcome).to.equal('unknown');
    engine.now += 20 * MINUTE;
    await engine.engine.workThrough();
    expect(engine.sender.texts).to.deep.equal(['hei', 'not-due']);
    const kept = await engine.store.findRecords({
      ...{ organisation: 'porsanger', kind: 'timer-cancelled', order: 'newest', limit: 5 },
    });
    expect(kept.items[0]?.body).to.deep.include({ by: 'operator', kind: 'due', dueAt: NINE + 10 * MINUTE });
  });

  it('that are how a notice goes out stay', async () => {
    const engine = service();
    await committing(engine.store, { timers: [portion] });
    const cancelled = await engine.engine.timers.cancel({
      organisation: 'porsanger',
      id: portion.id,
      by: 'operator',
    });
    expect(cancelled).to.deep.include({ outcome: 'kept' });
    expect(await engine.engine.nextTimer()).to.equal(NINE + MINUTE);
  });
});
