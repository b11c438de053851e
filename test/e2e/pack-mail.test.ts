import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import PostalMime from 'postal-mime';
import { MailServer, type TakenLetter } from '../support/mail-server.ts';
import { readPdf } from '../support/pdf.ts';
import { shippedText } from '../support/playbooks.ts';
import { ServiceProcess } from '../support/service-process.ts';

const PACK = '\npack: { mail: [beredskap@example.org] }\n';

describe('the emergency pack by mail', function () {
  this.timeout(40_000);
  let server: MailServer;
  let folder: string;
  before(async () => {
    server = await MailServer.start();
    folder = await mkdtemp(join(tmpdir(), 'pack-mail-'));
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const started = async (text: string): Promise<ServiceProcess> => {
    await writeFile(join(folder, 'falkenberg.yaml'), text);
    return ServiceProcess.start({
      DRIFTVAKT_PLAYBOOKS: folder,
      DRIFTVAKT_STORE: join(folder, 'store.db'),
      DRIFTVAKT_SMTP_URL: server.addressFor('bot:right@'),
      DRIFTVAKT_MAIL_FROM: 'Driftvakt <drift@example.org>',
    });
  };
  const letter = async (service: ServiceProcess, number: number): Promise<TakenLetter> => {
    for (let i = 0; i < 300 && server.letters.length < number; i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const found = server.letters[number - 1];
    if (found === undefined) throw new Error(`letter ${number} did not come; ${service.printed}`);
    return found;
  };
  const packIn = async ({ raw }: TakenLetter) => {
    const { subject, attachments } = await PostalMime.parse(raw);
    const [file] = attachments;
    if (file === undefined) throw new Error('nothing goes with the letter');
    const bytes = new Uint8Array(file.content as ArrayBuffer);
    return { subject, name: file.filename, pdf: await readPdf(bytes) };
  };

  it('comes when the service first starts, and after a change of a number, as a PDF with what holds now', async () => {
    const first = await started(shippedText('falkenberg') + PACK);
    const found = await letter(first, 1);
    expect(found.to).to.deep.equal(['beredskap@example.org']);
    const { subject, name, pdf } = await packIn(found);
    expect(subject).to.contain('Reservpärmen är ändrad');
    expect(name).to.equal('falkenberg-sv.pdf');
    expect(pdf.language).to.contain('sv');
    expect(pdf.pages.join(' ')).to.contain('0346-88 55 55').and.contain('Mobiltelefonerna fungerar inte');
    await first.stop();
    const second = await started(
      shippedText('falkenberg').replace('phone: "+46346885555"', 'phone: "+46346885599"') + PACK,
    );
    const changed = await packIn(await letter(second, 2));
    expect(changed.pdf.pages.join(' ')).to.contain('0346-88 55 99').and.not.contain('0346-88 55 55');
    await second.stop();
    const third = await started(
      shippedText('falkenberg').replace('phone: "+46346885555"', 'phone: "+46346885599"') + PACK,
    );
    await fetch(new URL('/readyz', third.address));
    await third.stop();
    expect(server.letters).to.have.length(2);
    expect(third.printed).not.to.contain('beredskap@example.org');
  });
});
