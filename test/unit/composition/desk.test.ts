import { expect } from 'chai';
import { deskSender } from '../../../src/composition/desk.ts';
import type { Sender, Sending } from '../../../src/ports/sender.ts';
import type { Delivery } from '../../../src/ports/store/outbox.ts';

function recorder(name: string, log: string[], sending: Sending): Sender {
  return {
    async send({ destination, kind }) {
      log.push(`${name} ${kind} ${destination}`);
      return sending;
    },
    async settle({ destination }) {
      log.push(`${name} settles ${destination}`);
      return sending;
    },
  };
}

function delivery(organisation: string, kind: string): Delivery {
  return {
    ...{ id: 'd', destination: `desk/${organisation}`, kind, body: null, notBefore: 0, state: 'sending' },
    ...{ reason: '', attempt: 1, tries: 1, changedAt: 0, receipt: null },
    ...{ priority: 0, batch: null, topic: null, unsure: false },
  };
}

const SHOWN: Sending = { outcome: 'sent', receipt: null };
const POSTED: Sending = { outcome: 'sent', receipt: { activity: '7' } };

describe('messages to IT’s desk', () => {
  const log: string[] = [];
  const pages = recorder('pages', log, SHOWN);
  const channel = recorder('channel', log, POSTED);
  const other = recorder('other', log, POSTED);
  const sender = deskSender(pages, [
    { sender: channel, has: (organisation) => organisation === 'porsanger' },
    { sender: other, has: () => false },
  ]);
  beforeEach(() => log.splice(0));

  it('are shown on pages, and go to the channel that the organisation chose', async () => {
    expect(await sender.send(delivery('porsanger', 'message'))).to.equal(POSTED);
    expect(log).to.deep.equal(['pages message desk/porsanger', 'channel message desk/porsanger']);
  });

  it('are only shown on pages where none was chosen, or no channel runs', async () => {
    expect(await sender.send(delivery('kivido', 'message'))).to.equal(SHOWN);
    expect(await deskSender(pages, []).send(delivery('porsanger', 'message'))).to.equal(SHOWN);
    expect(log).to.deep.equal(['pages message desk/kivido', 'pages message desk/porsanger']);
  });

  it('that were answered change in the channel only', async () => {
    expect(await sender.send(delivery('porsanger', 'spent'))).to.equal(POSTED);
    expect(await sender.send(delivery('kivido', 'spent'))).to.include({ outcome: 'skipped' });
    expect(log).to.deep.equal(['channel spent desk/porsanger']);
  });

  it('that a dead process left are settled by whoever may have sent them', async () => {
    await sender.settle(delivery('porsanger', 'message'));
    await sender.settle(delivery('kivido', 'message'));
    expect(log).to.deep.equal(['channel settles desk/porsanger', 'pages settles desk/kivido']);
  });
});
