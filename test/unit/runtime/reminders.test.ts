import { expect } from 'chai';
import type { Reminder } from '../../../src/conversation/state.ts';
import { heard, inbound, NINE, saying, TestEngine } from '../../support/engine.ts';

const MINUTE = 60_000;
const at = (due: number): Reminder => ({
  id: `${due}`,
  due,
  about: { kind: 'reached', report: 'R', times: 1 },
});

describe('reminders', () => {
  /** Sets a reminder for each number of minutes that is written; "none" takes all away; a due one is taken away. */
  const reminding = (keeps = false) =>
    saying(
      (event, _state, now) => `${heard(event)} ${now.toPlainTime().toString({ smallestUnit: 'minute' })}`,
      (event, now) => {
        const text = heard(event);
        if (text === 'hei' || (keeps && text === 'due')) return {};
        if (text === 'due' || text === 'none') return { state: { reminders: [] } };
        const times = text.split(' ').map((word) => at(now.epochMilliseconds + Number(word) * MINUTE));
        return { state: { reminders: times } };
      },
    );
  const service = () => new TestEngine(reminding());
  const passing = async (engine: TestEngine, minutes: number): Promise<string | undefined> => {
    const before = engine.sender.texts.length;
    engine.now += minutes * MINUTE;
    await engine.engine.workThrough();
    return engine.sender.texts.slice(before).join(', ');
  };

  it('come back when they are due, and not before', async () => {
    const engine = service();
    await engine.say('a', '10 30');
    expect(await passing(engine, 9)).to.equal('');
    expect(await passing(engine, 1)).to.equal('due 09:10');
    expect(await passing(engine, 60)).to.equal('');
  });

  it('are set anew with each turn: the earliest that there is', async () => {
    const engine = service();
    await engine.say('a', '30');
    await engine.say('b', '10');
    expect(await passing(engine, 10)).to.equal('due 09:10');
    await engine.say('c', '10');
    await engine.say('d', 'none');
    expect(await passing(engine, 60)).to.equal('');
  });

  it('go by the conversation’s clock where that is ahead', async () => {
    const engine = service();
    await engine.say('a', '10', { ahead: 60 * MINUTE });
    expect(await passing(engine, 10)).to.equal('due 10:10');
    await engine.say('b', '10');
    // The page moved its clock, and says so: what is due happens at once.
    await engine.engine.accept(inbound('c', { kind: 'due' }, { ahead: 30 * MINUTE }));
    await engine.engine.workThrough();
    expect(engine.sender.texts.at(-1)).to.equal('due 09:40');
  });

  it('are not rung without end if a turn leaves them', async () => {
    const engine = new TestEngine(reminding(true));
    await engine.say('a', '0');
    expect(engine.sender.texts).to.deep.equal(['0 09:00', 'due 09:00']);
    expect(await passing(engine, 1)).to.equal('due 09:01');
  });

  it('survive a restart, and belong to the process that is there', async () => {
    const first = service();
    await first.say('a', '10');
    const second = new TestEngine(reminding(), { store: first.store, now: NINE + 10 * MINUTE });
    await second.engine.workThrough();
    expect(second.sender.texts).to.deep.equal(['due 09:10']);
  });
});
