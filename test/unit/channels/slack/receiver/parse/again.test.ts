import { expect } from 'chai';
import { inboundEvent } from '../../../../../../src/runtime/inbound.ts';
import { openSqliteStore } from '../../../../../../src/storage/sqlite/open.ts';
import { CHAT, homeOpened, IN_CHAT, im, mention, press, submission, value } from '../payloads.ts';
import { inboundOf } from './parsing.ts';

describe('what Slack sends again, in the inbox', () => {
  const later = { event_id: 'Ev0OTHER' };
  const repeated: Record<string, readonly unknown[]> = {
    'an event, four times': [mention(), mention(), mention(), mention()],
    'a message, told of twice': [im(), im({ type: 'app_mention' }), im({}, later)],
    'a press, and a second click': [press(), press(), press({ trigger_id: '2.3.abc' })],
    'a modal, four times': [
      submission(),
      submission(),
      submission(),
      submission({}, { trigger_id: '9.9.a' }),
    ],
    'the chat, opened again': [homeOpened('messages'), { ...homeOpened('messages'), ...later }],
  };
  for (const [name, sent] of Object.entries(repeated))
    it(`is one event: ${name}`, async () => {
      const store = openSqliteStore({ file: ':memory:' });
      const outcomes = [];
      for (const one of sent) outcomes.push((await store.receive(inboundEvent(inboundOf(one), 0))).outcome);
      expect(outcomes).to.deep.equal(['new', ...sent.slice(1).map(() => 'duplicate')]);
      await store.close();
    });

  it('but another message, button, person and workspace are something else', () => {
    const keys = [
      mention(),
      mention({ ts: '1763885642.456790' }),
      mention({ user: 'U0BOB' }),
      press(),
      press({ container: { message_ts: '1763885642.456790', channel_id: CHAT } }),
      press({}, { value: value(IN_CHAT, '3-2') }),
    ].map((payload) => inboundOf(payload).dedupeKeys?.join());
    expect(new Set(keys)).to.have.lengthOf(6);
  });
});
