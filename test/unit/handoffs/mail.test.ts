import { expect } from 'chai';
import { smtpPost } from '../../../src/channels/mail/post.ts';
import { mailOf, messageId, orderOfMessageId } from '../../../src/handoffs/mail/letter.ts';
import { MailHandoff } from '../../../src/handoffs/mail/mail.ts';
import { HANDOFF_LIMITS } from '../../../src/ports/handoff.ts';
import { LETTER, readPicture } from '../../contracts/handoff.contract.ts';
import { headerOf, MailServer, wordsOf } from '../../support/mail-server.ts';

const FIRST = { receipt: null, unsure: false };

describe('an order by mail', () => {
  let server: MailServer;
  let handoff: MailHandoff;
  beforeEach(async () => {
    server = await MailServer.start();
    const post = smtpPost(server.addressFor(), 'Driftvakt <drift@example.org>');
    handoff = new MailHandoff({ post, host: 'example.org', readPicture });
  });
  afterEach(() => server.stop());

  it('has its reference in the subject, its words as text and as HTML, its pictures, and where answers go', async () => {
    expect(await handoff.hand(LETTER, FIRST)).to.include({ outcome: 'sent' });
    const [taken] = server.letters;
    if (taken === undefined) throw new Error('nothing came');
    expect(taken.to).to.deep.equal(['support@nemesys.nl']);
    expect(headerOf(taken, 'Subject')).to.contain('[K7M2-QX4P]');
    expect(headerOf(taken, 'Reply-To')).to.equal('it@porsanger.kommune.no');
    expect(headerOf(taken, 'Message-ID')).to.equal('<order.K7M2-QX4P.porsanger@example.org>');
    // The supplier's system may answer by itself: that is the confirmation.
    expect(headerOf(taken, 'Auto-Submitted')).to.equal(null);
    expect(wordsOf(taken)).to.contain('<b>svarer</b> ikke & blinker');
    expect(taken.raw).to.contain('filename=K7M2-QX4P-1.png');
    const { html } = mailOf(LETTER, 'a@example.org', { files: [] }, 'example.org');
    expect(html).to.contain('&lt;b&gt;svarer&lt;/b&gt; ikke &amp; blinker').and.not.contain('<b>');
  });

  it('and all words about it are one thread', async () => {
    await handoff.hand({ ...LETTER, word: 'chase', name: 'chase-1' }, FIRST);
    const [taken] = server.letters;
    expect(taken && headerOf(taken, 'Message-ID')).to.equal('<chase-1.K7M2-QX4P.porsanger@example.org>');
    expect(taken && headerOf(taken, 'References')).to.equal('<order.K7M2-QX4P.porsanger@example.org>');
  });

  it('that may have arrived is sent again under the same name, and no more often than stated', async () => {
    let receipt: unknown = null;
    let tries = 0;
    for (let outcome = 'retry'; outcome === 'retry'; tries++) {
      server.faults.push({ at: 'cut' });
      const sending = await handoff.hand(LETTER, { receipt: receipt as never, unsure: tries > 0 });
      outcome = sending.outcome;
      if ('receipt' in sending) receipt = sending.receipt;
      else expect(outcome).to.equal('ambiguous');
    }
    expect(tries).to.equal(HANDOFF_LIMITS.doubts + 1);
    const names = new Set(server.letters.map((letter) => headerOf(letter, 'Message-ID')));
    expect(names.size).to.equal(1);
  });

  it('is known again by its name', () => {
    expect(orderOfMessageId(messageId(LETTER, 'example.org'))).to.deep.equal({
      ...{ organisation: 'porsanger', order: 'K7M2-QX4P' },
    });
    for (const other of ['', '<a@b>', '<order.k7m2-qx4p.porsanger@x>', '<order.K7M2-QX4P>'])
      expect(orderOfMessageId(other)).to.equal(null);
  });
});
