import { expect } from 'chai';
import fc from 'fast-check';
import { heard, inbound, NINE, saying, TestEngine } from '../../../support/engine.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Sets a reminder so many minutes ahead for each number that is written, and says which was due when. */
const reminding = () =>
  saying(
    (event, state, now) => {
      if (event.what.kind !== 'due') return heard(event);
      const due = state.reminders.filter((each) => each.due <= now.epochMilliseconds);
      return `due ${due.map(({ id }) => id).join(' ')}`;
    },
    (event, now) => {
      if (event.what.kind === 'due') return { state: { reminders: [] } };
      const reminders = heard(event)
        .split(' ')
        .map((minutes) => {
          const due = now.epochMilliseconds + Number(minutes) * MINUTE;
          return { id: minutes, due, about: { kind: 'reached', report: 'R', times: 1 } as const };
        });
      return { state: { reminders } };
    },
  );

describe('ringing timers', () => {
  it('does so at their own instant, without looking around', async () => {
    const service = new TestEngine(reminding());
    await service.say('a', '10');
    // The waker is set to ten minutes, to the millisecond.
    expect(service.alarm.waits).to.include(10 * MINUTE);
  });

  it('catches up in the order in which they were due', async () => {
    const first = new TestEngine(reminding());
    const minutes = [50, 10, 30, 20, 40];
    for (const each of minutes)
      await first.say(`s${each}`, `${each}`, { conversation: `web/porsanger/u${each}` });
    const second = new TestEngine(reminding(), { store: first.store, now: NINE + DAY });
    await second.engine.workThrough();
    expect(second.sender.texts).to.deep.equal(['due 10', 'due 20', 'due 30', 'due 40', 'due 50']);
  });

  it('catches up with more than are rung at a time', async () => {
    const first = new TestEngine(reminding());
    for (let i = 0; i < 900; i++) await first.engine.accept(inbound(`s${i}`, said('5'), from(i)));
    await first.engine.workThrough();
    first.now += DAY;
    await first.engine.workThrough();
    expect(first.sender.texts.filter((text) => text === 'due 5')).to.have.length(900);
    expect(await first.engine.nextTimer()).to.equal(null);
  });

  it('tries at once what was put off, where the clock went back', async () => {
    const service = new TestEngine(reminding());
    service.sender.next.push(() => ({ outcome: 'retry', reason: 'busy', afterMs: 60 * MINUTE }));
    await service.say('a', '10');
    expect(service.sender.texts).to.deep.equal([]);
    service.now -= 2 * 60 * MINUTE;
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal(['10']);
    expect(service.log.map(({ msg }) => msg)).to.include(
      'the clock went back; what was put off is tried at once',
    );
    // The timer rings by the clock as it is now: not before, and once.
    service.now += 2 * 60 * MINUTE + 9 * MINUTE;
    await service.engine.workThrough();
    expect(service.sender.texts).to.have.length(1);
    service.now += MINUTE;
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal(['10', 'due 10']);
  });

  it('rings each once and none early, whatever the clock does and however often the process starts anew', async () => {
    const jump = fc.integer({ min: -90, max: 180 });
    const steps = fc.array(fc.record({ jump, restart: fc.boolean() }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 8 }),
        steps,
        async (set, way) => {
          let service = new TestEngine(reminding());
          const rung: string[] = [];
          for (const each of set) await service.say(`s${each}`, `${each}`, from(each));
          const look = async (): Promise<void> => {
            const seen = service.sender.texts.length;
            await service.engine.workThrough();
            for (const text of service.sender.texts.slice(seen).filter((text) => text.startsWith('due '))) {
              const minutes = Number(text.slice(4));
              expect(service.now).to.be.at.least(NINE + minutes * MINUTE);
              rung.push(text);
            }
          };
          for (const { jump, restart } of way) {
            const now = service.now + jump * MINUTE;
            if (restart) service = new TestEngine(reminding(), { store: service.store, now });
            service.now = now;
            await look();
          }
          service.now = Math.max(service.now, NINE + DAY);
          await look();
          expect(rung.toSorted()).to.deep.equal(set.map((each) => `due ${each}`).toSorted());
          await service.store.close();
        },
      ),
      { numRuns: 30 },
    );
  });

  const said = (text: string) => ({ kind: 'said', text, pictures: [] }) as const;
  const from = (i: number) => ({ conversation: `web/porsanger/u${i}` });
});
