import { expect } from 'chai';
import type { Json } from '../../../../src/ports/store/json.ts';
import { keptBody } from '../../../../src/runtime/inbound.ts';
import { NOTICE_EVENTS } from '../../../../src/runtime/notices/events.ts';
import { TIMER_KINDS, timerFault, timerKind } from '../../../../src/runtime/timers/catalogue.ts';
import { NINE, saying, TestEngine } from '../../../support/engine.ts';
import { committing } from '../../../support/store-arrange.ts';

const from = { user: 'desk', desk: true, locale: null, role: null, site: null };
const talk = (what: object): Json =>
  keptBody({ organisation: 'porsanger', from, what: what as never, ahead: 0 });
const notice = (what: object): Json =>
  NOTICE_EVENTS.body({ organisation: 'porsanger', subject: 'N1', ahead: 0, what: what as never });

describe('the catalogue of timers', () => {
  it('reads what it knows, and leaves to others what it does not', () => {
    expect(timerFault('web/porsanger/a', talk({ kind: 'due' }))).to.equal(null);
    expect(timerFault('web/porsanger/a', talk({ kind: 'works-again', outage: 'O1' }))).to.equal(null);
    expect(timerFault('notice/porsanger/N1', notice({ kind: 'portion', revision: 2 }))).to.equal(null);
    expect(timerFault('web/porsanger/a', talk({ kind: 'of-tomorrow' }))).to.equal(null);
  });

  it('tells what is wrong by the name of the field, and nothing of what is in it', () => {
    expect(timerFault('web/porsanger/a', talk({ kind: 'works-again', outage: 17 }))).to.equal(
      'its payload is not as it should be: outage',
    );
    expect(timerFault('web/porsanger/a', { schema: 'nine', secret: 'words' })).to.match(
      /^its body is not as it should be: schema, organisation/,
    );
    expect(timerFault('web/porsanger/a', null)).to.equal('its body is not as it should be: all of it');
  });

  it('tells apart what has the same name in another place', () => {
    expect(timerKind('notice/porsanger/N1', 'tick')?.kept).to.equal(null);
    expect(timerKind('notice/porsanger/N1', 'portion')?.kept).to.be.a('string');
    expect(timerKind('web/porsanger/a', 'tick')).to.equal(null);
    expect(timerKind('toString/porsanger', 'toString')).to.equal(null);
    for (const family of Object.values(TIMER_KINDS))
      for (const { does } of Object.values(family)) expect(does).to.match(/^[a-z].{5,}[^.]$/);
  });
});

describe('a timer that cannot be read', () => {
  const service = () => new TestEngine(saying(({ what }) => what.kind));
  const setting = (engine: TestEngine, conversation: string, body: Json) =>
    committing(engine.store, { timers: [{ change: 'set', id: 'x', conversation, dueAt: NINE, body }] });

  it('is set aside and told in the log, and holds up nothing', async () => {
    const engine = service();
    await setting(engine, 'web/porsanger/anna', { schema: 1, said: 'secret' });
    await engine.engine.workThrough();
    const [line] = engine.log.filter(({ level }) => level === 50);
    expect(line?.msg).to.match(/^a timer is set aside: its body is not as it should be/);
    expect(JSON.stringify(engine.log)).to.not.include('secret');
    expect(await engine.engine.timers.setAside('porsanger')).to.have.length(1);
    await engine.say('b', 'hei');
    expect(engine.sender.texts).to.deep.equal(['said']);
  });

  it('is set aside in a conversation of a notice too', async () => {
    const engine = service();
    await setting(engine, 'notice/porsanger/N1', notice({ kind: 'portion', revision: 'two' }));
    await engine.engine.workThrough();
    const [kept] = await engine.engine.timers.setAside('porsanger');
    expect(kept?.conversation).to.equal('notice/porsanger/N1');
    const record = await engine.store.record({ organisation: 'porsanger', kind: 'set-aside', id: kept!.id });
    expect(record?.body).to.deep.include({ notice: 'N1' });
  });
});
