import { expect } from 'chai';
import { Waker } from '../../../src/runtime/waker.ts';
import { HandAlarm } from '../../support/engine.ts';

describe('what wakes for messages that were put off', () => {
  const waking = () => {
    const alarm = new HandAlarm();
    let woken = 0;
    const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(1000) };
    const waker = new Waker(alarm, clock, () => woken++);
    return { alarm, waker, woken: () => woken };
  };

  it('rings once at the earliest instant that it was told', () => {
    const { alarm, waker, woken } = waking();
    for (const at of [5000, null, 3000, 4000]) waker.at(at);
    expect(alarm.waits).to.deep.equal([2000]);
    alarm.ringAll();
    expect([woken(), ...alarm.waits]).to.deep.equal([1]);
    waker.at(4000);
    expect(alarm.waits).to.deep.equal([3000]);
  });

  it('rings now and then on the way to what is far away', () => {
    const { alarm, waker } = waking();
    waker.at(1000 + 90 * 24 * 3_600_000);
    expect(alarm.waits).to.deep.equal([3_600_000]);
  });

  it('rings at once for what is past, and not after it was stopped', () => {
    const { alarm, waker } = waking();
    waker.at(10);
    expect(alarm.waits).to.deep.equal([0]);
    waker.stop();
    waker.at(2000);
    expect(alarm.waits).to.deep.equal([]);
  });
});
