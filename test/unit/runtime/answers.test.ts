import { expect } from 'chai';
import type { NewDelivery } from '../../../src/ports/store/outbox.ts';
import { Answers } from '../../../src/runtime/answers.ts';
import { HandAlarm, heard, inbound, saying, TestEngine } from '../../support/engine.ts';

const said = { kind: 'said', text: 'hei', pictures: [] } as const;

describe('what came of an event', () => {
  let service: TestEngine;
  beforeEach(() => {
    service = new TestEngine(
      saying(heard, () => ({ spent: { key: '1.1', chosen: 'Ja' } })),
      {
        spending: ['web'],
      },
    );
  });
  afterEach(() => service.store.close());

  it('is told to who waits, once it is committed', async () => {
    await service.engine.accept(inbound('a', said));
    const waiting = service.engine.answered('a', 5000);
    await service.engine.workThrough();
    const answered = await waiting;
    if (answered === 'late') throw new Error('it was late');
    expect(answered.replies.map(({ key }) => key)).to.deep.equal(['1.1']);
    expect(answered.spent).to.deep.equal({ key: '1.1', chosen: 'Ja' });
    expect(service.alarm.waits).to.not.include(5000);
  });

  it('stays known to who asks afterwards', async () => {
    await service.say('a', 'hei');
    expect(await service.engine.answered('a', 5000)).to.have.nested.property('replies.length', 1);
  });

  it('is late where nothing comes', async () => {
    const waiting = service.engine.answered('never', 5000);
    expect(service.alarm.waits).to.include(5000);
    service.alarm.ringAll();
    expect(await waiting).to.equal('late');
  });

  it('is forgotten after a thousand others', async () => {
    const alarm = new HandAlarm();
    const answers = new Answers(alarm);
    const deliveries: NewDelivery[] = [];
    for (let i = 0; i <= 1000; i++)
      answers.tell({ event: `e${i}`, conversation: 'web/o/u', expected: 0, state: null, at: 0, deliveries });
    const first = answers.of('e0', 10);
    alarm.ringAll();
    expect(await first).to.equal('late');
    expect(await answers.of('e1', 10)).to.deep.equal({ replies: [], spent: null });
  });

  it('has a delivery that takes the choices away before the answers, where the channel does so', async () => {
    await service.say('a', 'hei');
    expect(service.sender.deliveries.map(({ kind, id }) => [kind, id])).to.deep.equal([
      ['spent', 'web/porsanger/anna/spent-1'],
      ['message', 'web/porsanger/anna/1.1'],
    ]);
  });

  it('has none where it does not', async () => {
    const from = { ...inbound('x', said).from, desk: true };
    await service.say('a', 'hei', { conversation: 'desk/porsanger', from });
    expect(service.sender.deliveries.map(({ kind }) => kind)).to.deep.equal(['message']);
  });
});
