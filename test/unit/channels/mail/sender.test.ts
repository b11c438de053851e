import { expect } from 'chai';
import { pino } from 'pino';
import { MAIL_LIMITS } from '../../../../src/channels/mail/limits.ts';
import { MailLinks } from '../../../../src/channels/mail/links.ts';
import { MailSender } from '../../../../src/channels/mail/sender.ts';
import { LinkKeys } from '../../../../src/http/link-key.ts';
import type { Posted } from '../../../../src/ports/post.ts';
import type { Delivery } from '../../../../src/ports/store/outbox.ts';

const message = { kind: 'say', language: 'nb', text: 'Nettet er nede', choices: [] };
const delivery = (attempt: number): Delivery =>
  ({
    ...{ id: 'd1', kind: 'message', destination: 'ping-mail/porsanger/abc', attempt },
    body: {
      ...{ organisation: 'porsanger', conversation: 'ping-mail/porsanger/abc', at: 0, asked: false },
      reply: { key: 'p-K7M2-1', replaces: null, message },
    },
  }) as unknown as Delivery;

describe('letters of which nobody can say whether they arrived', () => {
  const names: string[] = [];
  function senderThat(posts: Posted, inDoubt: { inDoubt?: 'again' }): MailSender {
    names.length = 0;
    return new MailSender({
      post: {
        async send({ messageId }) {
          names.push(messageId);
          return posts;
        },
      },
      links: new MailLinks(
        () => 'https://bot.example.org',
        new LinkKeys('a-secret-of-more-than-thirty-two-characters', true),
      ),
      recipient: async () => ({ address: 'lead@example.org', organisation: 'Porsanger', footer: null }),
      host: 'example.org',
      log: pino({ level: 'silent' }),
      ...inDoubt,
    });
  }
  const cut: Posted = { outcome: 'ambiguous', reason: 'the connection broke' };

  it('stay in doubt where that is shown to somebody', async () => {
    const sender = senderThat(cut, {});
    expect((await sender.send(delivery(1))).outcome).to.equal('ambiguous');
    expect((await sender.settle(delivery(1))).outcome).to.equal('ambiguous');
  });

  it('are sent again under the same name where somebody is needed, and not for ever', async () => {
    const sender = senderThat(cut, { inDoubt: 'again' });
    for (let attempt = 1; attempt < MAIL_LIMITS.tries; attempt++) {
      expect(await sender.send(delivery(attempt))).to.include({ outcome: 'retry', doubt: 'open' });
      expect(await sender.settle(delivery(attempt))).to.include({ outcome: 'retry', doubt: 'open' });
    }
    expect((await sender.send(delivery(MAIL_LIMITS.tries))).outcome).to.equal('ambiguous');
    expect((await sender.settle(delivery(MAIL_LIMITS.tries))).outcome).to.equal('ambiguous');
    expect(new Set(names).size).to.equal(1);
  });
});
