import { expect } from 'chai';
import { headerOf, MailServer, type TakenLetter, wordsOf } from '../support/mail-server.ts';
import { ServiceProcess } from '../support/service-process.ts';

const ADDRESS = 'anna.berg@example.org';

describe('notices by mail', function () {
  this.timeout(30_000);
  let server: MailServer;
  let service: ServiceProcess;
  before(async () => {
    server = await MailServer.start();
    service = await ServiceProcess.start({
      DRIFTVAKT_SMTP_URL: server.addressFor('bot:right@'),
      DRIFTVAKT_MAIL_FROM: 'Driftvakt <drift@example.org>',
    });
  });
  after(async () => {
    await service.stop();
    await server.stop();
  });

  const post = (address: string, fields: Record<string, string>) =>
    fetch(new URL(address, service.address), { method: 'POST', body: new URLSearchParams(fields) });
  const page = async (address: string) => (await fetch(new URL(address, service.address))).text();
  /** The letter with this number, once it is there. */
  const letter = async (number: number): Promise<TakenLetter> => {
    for (let i = 0; i < 200 && server.letters.length < number; i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const found = server.letters[number - 1];
    if (found === undefined) throw new Error(`letter ${number} did not come; ${service.printed}`);
    return found;
  };
  const linkIn = (found: TakenLetter): URL =>
    new URL(/http:\/\/\S+\/confirm\S+/.exec(wordsOf(found))?.[0] ?? 'none:');
  const subscribe = (fields: Record<string, string> = {}) =>
    post('/status/itcentrum/subscribe', { address: ADDRESS, site: 'tierp', language: 'sv', ...fields });

  it('are asked for on a page, in the organisation’s language', async () => {
    const form = await page('/status/itcentrum/subscribe');
    expect(form).to.contain('Din mejladress').and.contain('<option value="tierp">Tierp</option>');
    expect(await page('/status/itcentrum/subscribe?lang=en')).to.contain('Your mail address');
    const wrong = await subscribe({ address: 'anna@' });
    expect(wrong.status).to.equal(400);
    expect(await wrong.text())
      .to.contain('Det är ingen mejladress')
      .and.contain('value="anna@"');
  });

  it('come only once the owner of the address has confirmed it', async () => {
    const asked = await subscribe();
    expect(await asked.text()).to.contain(ADDRESS);
    const found = await letter(1);
    expect(found.to).to.deep.equal([ADDRESS]);
    expect(headerOf(found, 'List-Unsubscribe-Post')).to.equal('List-Unsubscribe=One-Click');
    // Asked again at once, it is the same answer, and no second letter.
    expect((await subscribe()).status).to.equal(200);
    const link = linkIn(found);
    const question = await page(link.href);
    expect(question).to.contain('Ja, skicka dem');
    const done = await post(link.pathname, Object.fromEntries(link.searchParams));
    expect(await done.text()).to.contain('Klart');
    const welcome = await letter(2);
    expect(wordsOf(welcome)).to.contain('Från och med nu');
    expect(server.letters).to.have.length(2);
  });

  it('end with one press of the mail program, without a letter', async () => {
    const address = headerOf(await letter(2), 'List-Unsubscribe')?.slice(1, -1) ?? '';
    expect(await page(address)).to.contain('Ja, avsluta dem');
    const ended = await post(address, { 'List-Unsubscribe': 'One-Click' });
    expect([ended.status, (await ended.text()).includes('inga fler')]).to.deep.equal([200, true]);
    expect(server.letters).to.have.length(2);
  });

  it('refuse links that are not whole', async () => {
    const address = headerOf(await letter(2), 'List-Unsubscribe')?.slice(1, -1) ?? '';
    const forged = new URL(address);
    forged.searchParams.set('who', 'A'.repeat(22));
    expect((await post(forged.href, {})).status).to.equal(403);
    expect((await post('/status/itcentrum/confirm', {})).status).to.equal(403);
    expect((await post('/status/nobody/subscribe', { address: ADDRESS })).status).to.equal(404);
  });

  it('never stand in the log', () => {
    expect(service.printed).not.to.contain(ADDRESS).and.not.to.contain('bot:right');
  });
});
