import { expect } from 'chai';
import type { ClaimedEvent } from '../../../src/ports/store/inbox.ts';
import type { Delivery } from '../../../src/ports/store/outbox.ts';
import { heard, inbound, saying, TestEngine } from '../../support/engine.ts';

const said = (text: string) => ({ kind: 'said', text, pictures: [] }) as const;

describe('handing over', () => {
  let service: TestEngine;
  const claimed: (ClaimedEvent | Delivery)[] = [];

  beforeEach(async () => {
    service = new TestEngine(saying(heard));
    claimed.length = 0;
    const { store } = service;
    const [events, deliveries] = [store.claimEvents.bind(store), store.claimDeliveries.bind(store)];
    const noted = <T extends ClaimedEvent | Delivery>(taken: readonly T[]): readonly T[] => {
      claimed.push(...taken);
      return taken;
    };
    store.claimEvents = async (request) => noted(await events(request));
    store.claimDeliveries = async (request) => noted(await deliveries(request));
    await service.engine.run();
  });
  afterEach(async () => {
    await service.engine.stop();
    await service.store.close();
  });

  const sent = async (count: number): Promise<void> => {
    while (service.sender.texts.length < count) await new Promise(setImmediate);
  };

  it('takes a message to its answer without looking for it', async () => {
    await service.engine.accept(inbound('a', said('first')));
    await sent(1);
    expect(claimed).to.deep.equal([]);
  });

  it('keeps what one person writes in order, and answers each once', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `text ${i}`);
    await Promise.all(texts.map((text, i) => service.engine.accept(inbound(`e${i}`, said(text)))));
    await sent(texts.length);
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal(texts);
    expect(claimed).to.deep.equal([]);
  });

  it('leaves in the store what is more than there is room for, and answers all of it', async () => {
    const people = Array.from({ length: 900 }, (_, i) => `p${i}`);
    const accepted = people.map((name) =>
      service.engine.accept(inbound(name, said(name), { conversation: `web/porsanger/${name}` })),
    );
    await Promise.all(accepted);
    await sent(people.length);
    await service.engine.workThrough();
    expect(service.sender.texts.toSorted()).to.deep.equal(people.toSorted());
    expect(claimed).to.not.deep.equal([]);
  });

  it('goes on handing over where more write than messages are sent at a time', async () => {
    const people = Array.from({ length: 200 }, (_, i) => `web/porsanger/${i}`);
    for (let round = 0; round < 4; round++)
      await Promise.all(
        people.map((conversation) =>
          service.engine.accept(inbound(`${conversation}/${round}`, said(`${round}`), { conversation })),
        ),
      );
    await sent(4 * people.length);
    await service.engine.workThrough();
    expect(service.sender.texts).to.have.length(4 * people.length);
    // 1600 events and messages: what found no place is looked for, but not whatever comes after it.
    expect(claimed.length).to.be.below(600);
  });

  it('leaves what was not begun to whoever starts next', async () => {
    const accepted = Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        service.engine.accept(inbound(`e${i}`, said(`${i}`), { conversation: `web/porsanger/${i}` })),
      ),
    );
    await accepted;
    await service.engine.stop();
    const next = new TestEngine(saying(heard), { store: service.store });
    await next.engine.workThrough();
    const all = [...service.sender.texts, ...next.sender.texts];
    expect(all.map(Number).toSorted((a, b) => a - b)).to.deep.equal(Array.from({ length: 300 }, (_, i) => i));
  });
});
