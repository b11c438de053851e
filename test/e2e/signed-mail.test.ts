import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import PostalMime from 'postal-mime';
import { MailServer } from '../support/mail-server.ts';
import { readPdf } from '../support/pdf.ts';
import { shippedText } from '../support/playbooks.ts';
import { ServiceProcess } from '../support/service-process.ts';
import { Talker } from '../support/talker.ts';

const MANAGER = 'role: { sv: Förvaltningschef vård och omsorg';

describe('a signed commitment', function () {
  this.timeout(40_000);
  let server: MailServer;
  let service: ServiceProcess;
  let folder: string;
  before(async () => {
    server = await MailServer.start();
    folder = await mkdtemp(join(tmpdir(), 'signed-mail-'));
    const text = shippedText('harjedalen').replace(MANAGER, `email: chef@example.org\n    ${MANAGER}`);
    await writeFile(join(folder, 'harjedalen.yaml'), text);
    service = await ServiceProcess.start({
      DRIFTVAKT_PLAYBOOKS: folder,
      DRIFTVAKT_SMTP_URL: server.addressFor('bot:right@'),
      DRIFTVAKT_MAIL_FROM: 'Driftvakt <drift@example.org>',
    });
  });
  after(async () => {
    await service.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is a PDF behind the person’s link, and goes by mail to the nearest manager once', async () => {
    const berit = new Talker(service.address, {
      ...{ organisation: 'harjedalen', user: 'berit', locale: 'sv', site: 'vard-omsorg' },
    });
    await berit.says('skriv under förbindelsen', 'Jag har läst telefonpolicyn');
    await berit.presses('Jag har läst och skriver under', 'Skriv ditt namn');
    await berit.says('Berit Åberg', 'Underskrivet av Berit Åberg', 'Som PDF');
    for (let i = 0; i < 300 && server.letters.length < 1; i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const [letter] = server.letters;
    expect(letter?.to).to.deep.equal(['chef@example.org']);
    const { subject, attachments } = await PostalMime.parse(letter?.raw ?? '');
    expect(subject).to.contain('Berit Åberg har skrivit under');
    const sent = await readPdf(new Uint8Array((attachments[0]?.content ?? new ArrayBuffer()) as ArrayBuffer));
    expect(sent.pages.join(' ')).to.contain('Berit Åberg').and.contain('Jag har läst telefonpolicyn');

    const address = await berit.addressWith('copy.pdf');
    const opened = await fetch(address);
    expect(opened.headers.get('content-type')).to.equal('application/pdf');
    const read = await readPdf(new Uint8Array(await opened.arrayBuffer()));
    expect(read.pages.join(' ')).to.contain('Berit Åberg');
    const page = await (await fetch(address.replace('/copy.pdf', ''))).text();
    expect(page).to.contain('/copy.pdf?key=');
    expect((await fetch(address.replace(/key=.*/, 'key=AAAAAAAAAAAAAAAAAAAAAA'))).status).to.equal(404);

    await berit.says('hjälp', 'Vad kan jag hjälpa till med?');
    expect(server.letters).to.have.length(1);
    expect(service.printed).not.to.contain('chef@example.org').and.not.to.contain('Åberg');
  });
});
