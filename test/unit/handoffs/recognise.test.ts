import { expect } from 'chai';
import { readMail } from '../../../src/handoffs/mailbox/read-mail.ts';
import { isBelieved, mentionedIn } from '../../../src/handoffs/mailbox/recognise.ts';

const mail = (head: string, body: string) =>
  readMail(Buffer.from(`${head}\n\n${body}`.replaceAll('\n', '\r\n')));

describe('a mail of a supplier', () => {
  it('is known by the thread, then by the subject', async () => {
    const read = await mail(
      'From: S <a@nemesys.nl>\nSubject: Re: [K7M2-QX4P] en AAAA-BBBB\nIn-Reply-To: <order.K7M2-QX4P.kivido@example.org>\nReferences: <x@y> <chase-2.K7M2-QX4P.kivido@example.org>',
      'ja',
    );
    const { thread, subject } = mentionedIn(read);
    expect(thread[0]).to.deep.equal({ organisation: 'kivido', order: 'K7M2-QX4P' });
    expect(subject).to.deep.equal(['K7M2-QX4P', 'AAAA-BBBB']);
  });

  it('is believed by its one address, not by its name, nor if our server says that it is forged', async () => {
    const believed = ['nemesys.nl', 'helpdesk@partner.example'];
    const isFrom = async (head: string) => isBelieved(await mail(head, 'x'), believed);
    expect(await isFrom('From: Support <Support@Nemesys.NL>')).to.equal(true);
    expect(await isFrom('From: helpdesk@partner.example')).to.equal(true);
    expect(await isFrom('From: other@partner.example')).to.equal(false);
    expect(await isFrom('From: "support@nemesys.nl" <sly@example.org>')).to.equal(false);
    expect(await isFrom('From: a@nemesys.nl.example.org')).to.equal(false);
    expect(await isFrom('From: a@evilnemesys.nl')).to.equal(false);
    expect(await isFrom('Subject: nobody')).to.equal(false);
    expect(
      await isFrom(
        'Authentication-Results: mx.example.org; dmarc=fail header.from=nemesys.nl\nFrom: a@nemesys.nl',
      ),
    ).to.equal(false);
  });

  it('has words where it is a page only, and no markup', async () => {
    const read = await mail(
      'From: a@nemesys.nl\nContent-Type: text/html; charset=utf-8',
      '<html><head><style>p{}</style></head><body><p>Opgelost &amp; getest</p><script>alert(1)</script></body></html>',
    );
    expect(read.text).to.equal('Opgelost & getest');
  });

  it('that is broken is read as far as it goes', async () => {
    for (const source of [
      '',
      '\0\0',
      'Content-Type: multipart/mixed; boundary=x\n\n--x',
      'a'.repeat(100_000),
    ])
      expect((await mail(source, 'x')).id).to.match(/^[0-9a-f]{64}$/);
  });
});
