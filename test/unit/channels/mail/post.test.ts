import { expect } from 'chai';
import { smtpPost } from '../../../../src/channels/mail/post.ts';
import type { Outgoing, Post } from '../../../../src/ports/post.ts';
import { headerOf, MailServer, wordsOf } from '../../../support/mail-server.ts';

const FROM = 'Driftvakt <drift@example.org>';
const letter: Outgoing = {
  ...{
    to: 'anna@example.org',
    subject: 'Tierp: TES ligger nere',
    text: 'Vi felsöker.',
    html: '<p>Vi felsöker.</p>',
  },
  ...{ messageId: '<n-1@example.org>', inReplyTo: null, unsubscribe: 'https://bot.example.org/end?key=1' },
};

describe('letters through a mail server', () => {
  let server: MailServer;
  let post: Post;
  beforeEach(async () => {
    server = await MailServer.start();
    post = smtpPost(server.addressFor(), FROM);
  });
  afterEach(async () => {
    await server.stop();
  });

  it('carry their name, and how one press ends them (RFC 8058)', async () => {
    expect(await post.send(letter)).to.deep.equal({ outcome: 'sent' });
    const [taken] = server.letters;
    if (taken === undefined) throw new Error('nothing came');
    expect(taken.to).to.deep.equal(['anna@example.org']);
    expect(wordsOf(taken)).to.contain('Vi felsöker.');
    expect(headerOf(taken, 'From')).to.equal(FROM);
    expect(headerOf(taken, 'Message-ID')).to.equal('<n-1@example.org>');
    expect(headerOf(taken, 'List-Unsubscribe')).to.equal('<https://bot.example.org/end?key=1>');
    expect(headerOf(taken, 'List-Unsubscribe-Post')).to.equal('List-Unsubscribe=One-Click');
    expect(headerOf(taken, 'Auto-Submitted')).to.equal('auto-generated');
    expect(headerOf(taken, 'In-Reply-To')).to.equal(null);
  });

  it('answer the first one about the same matter', async () => {
    await post.send({ ...letter, messageId: '<n-2@example.org>', inReplyTo: '<n-1@example.org>' });
    const [taken] = server.letters;
    expect(taken && headerOf(taken, 'In-Reply-To')).to.equal('<n-1@example.org>');
    expect(taken && headerOf(taken, 'References')).to.equal('<n-1@example.org>');
  });

  it('stay here when they are not wanted any more by the time that it is their turn', async () => {
    const turns: string[] = [];
    const begin = (name: string, isWanted: boolean) => async () => {
      turns.push(`${name}, after ${server.letters.length}`);
      return isWanted;
    };
    const wanted = [1, 2, 3].map((i) => post.send(letter, begin(`${i}`, true)));
    const held = await post.send(letter, begin('held', false));
    await Promise.all(wanted);
    expect(held).to.include({ outcome: 'later' });
    expect(server.letters).to.have.length(3);
    // Asked when a connection was free, and not before it had to wait for one.
    expect(turns.at(-1)).to.match(/^held, after [1-3]$/);
  });

  it('never let a text become a header or a second recipient', async () => {
    const sly = 'Hej\r\nBcc: eva@example.org\r\n\r\nköp';
    expect((await post.send({ ...letter, subject: sly })).outcome).to.equal('sent');
    const [taken] = server.letters;
    expect(taken?.to).to.deep.equal(['anna@example.org']);
    expect(taken && headerOf(taken, 'Bcc')).to.equal(null);
  });

  it('say what became of them by what the server answered', async () => {
    const outcomes: string[] = [];
    for (const fault of [
      { at: 'recipient', status: 550 },
      { at: 'recipient', status: 450 },
      { at: 'end', status: 421 },
      { at: 'end', status: 452 },
      { at: 'end', status: 554 },
    ] as const) {
      server.faults.push(fault);
      const posted = await post.send(letter);
      outcomes.push(`${fault.at} ${fault.status}: ${posted.outcome}`);
      expect('reason' in posted && posted.reason)
        .to.contain(String(fault.status))
        .and.not.contain('anna@');
    }
    expect(outcomes).to.deep.equal([
      ...[
        'recipient 550: failed',
        'recipient 450: retry',
        'end 421: retry',
        'end 452: retry',
        'end 554: failed',
      ],
    ]);
    expect(server.letters).to.deep.equal([]);
  });

  it('may have arrived if the connection breaks after all of them was written', async () => {
    server.faults.push({ at: 'cut' });
    expect((await post.send(letter)).outcome).to.equal('ambiguous');
    expect(server.letters).to.have.length(1);
  });

  it('wait where the server is not there, or refuses us', async () => {
    const refused = smtpPost(server.addressFor('bot:wrong@'), FROM);
    expect(await refused.send(letter)).to.include({ outcome: 'retry', held: true });
    const right = smtpPost(server.addressFor('bot:right@'), FROM);
    expect((await right.send(letter)).outcome).to.equal('sent');
    const gone = smtpPost('smtp://127.0.0.1:1/', FROM);
    expect(await gone.send(letter)).to.include({ outcome: 'retry', held: false });
  });
});
