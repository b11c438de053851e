import { expect } from 'chai';
import { headerOf, MailServer, type TakenLetter, wordsOf } from '../support/mail-server.ts';
import { ServiceProcess } from '../support/service-process.ts';
import { ImapServer } from '../support/suppliers/imap.ts';
import { FakeTopdesk, OPERATOR } from '../support/suppliers/topdesk.ts';
import { Talker } from '../support/talker.ts';

describe('orders through the real service, over SMTP, IMAP and HTTP', function () {
  this.timeout(60_000);
  let smtp: MailServer;
  let imap: ImapServer;
  let topdesk: FakeTopdesk;
  let service: ServiceProcess;
  before(async () => {
    [smtp, imap, topdesk] = [await MailServer.start(), await ImapServer.start(), await FakeTopdesk.start()];
    const login = `${OPERATOR.operator}:${OPERATOR.applicationPassword}@`;
    service = await ServiceProcess.start({
      DRIFTVAKT_CLOCK: '2026-11-23T10:00:00+01:00',
      DRIFTVAKT_SMTP_URL: smtp.addressFor(),
      DRIFTVAKT_MAIL_FROM: 'Driftvakt <drift@example.org>',
      DRIFTVAKT_IMAP_URL: imap.address,
      DRIFTVAKT_TOPDESK_PORSANGER: topdesk.address.replace('://', `://${login}`),
    });
    // The mailbox is read from the first time on: what lies there before is not ours.
    for (const end = Date.now() + 10_000; imap.logins === 0 && Date.now() < end; ) await soon();
  });
  after(async () => {
    await service?.stop();
    await Promise.all([smtp.stop(), imap.stop(), topdesk.stop()]);
  });

  const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
  /** The letter with this number, once the supplier has it. */
  const letter = async (number: number): Promise<TakenLetter> => {
    for (const end = Date.now() + 15_000; smtp.letters.length < number && Date.now() < end; ) await soon();
    const found = smtp.letters[number - 1];
    if (found === undefined) throw new Error(`letter ${number} did not come; ${service.printed}`);
    return found;
  };
  /** The supplier answers a letter. */
  const answer = (to: TakenLetter, text: string): void =>
    imap.receive(
      [
        ...['From: Support <support@nemesys.nl>', 'To: drift@example.org'],
        ...[`Subject: Re: ${headerOf(to, 'Subject')}`, `Message-ID: <answer-${imap.nextUid}@nemesys.nl>`],
        ...[
          `In-Reply-To: ${headerOf(to, 'Message-ID')}`,
          'Content-Type: text/plain; charset=utf-8',
          '',
          text,
          '',
        ],
      ].join('\n'),
    );

  it('go from the report to the approved invoice (scenario C)', async () => {
    const at = { organisation: 'kivido', locale: 'nl' };
    const talker = (user: string, role: string) => new Talker(service.address, { ...at, user, role });
    const [teacher, manager, director] = [
      talker('anna', 'employee'),
      talker('marie', 'manager-general-affairs'),
      talker('dirk', 'directors'),
    ];
    for (const holder of [manager, director]) await holder.says('help', 'Waarmee kan ik helpen?');
    await teacher.says('de telefoons doen het niet', 'Nee, niemand');
    await teacher.presses('Nee, niemand', 'Er is geen telefoonverkeer binnen de organisatie');
    await manager.hears('Nieuwe melding: urgent of niet?', 'de telefoons doen het niet');
    await manager.presses('Urgent', 'Beoordeeld als urgent');
    const order = await letter(1);
    expect(order.to).to.deep.equal(['support@nemesys.nl']);
    expect(headerOf(order, 'Subject')).to.match(/\[[0-9A-Z]{4}-[0-9A-Z]{4}\]/);
    expect(wordsOf(order)).to.include('Hoe dringend: Urgent');
    await teacher.hears('Het is doorgegeven aan: Leverancier Nemesys');
    answer(order, 'Wij bevestigen de ontvangst van uw melding.');
    await teacher.hears('Leverancier Nemesys heeft het bevestigd');
    answer(order, 'Hierbij onze offerte: € 300 voor een nieuwe centrale.');
    await director.hears('€ 300', 'Mag het worden gedaan?');
    await director.presses('Offerte goedkeuren', 'Offerte goedgekeurd (Directie)');
    expect(wordsOf(await letter(2))).to.include('Uw offerte is akkoord');
    answer(order, 'De storing is opgelost.');
    await teacher.hears('het is opgelost. Is het voor jou in orde?');
    await teacher.presses('Ja, het is in orde', 'is gesloten');
    await manager.hears('Afgesloten', 'Naar tevredenheid opgelost (melder)');
    answer(order, 'Factuur 78: € 300');
    await manager.hears('Mag die worden betaald?', 'Factuur 78: € 300');
    await manager.presses('Goedkeuren voor betaling', 'Factuur goedgekeurd voor betaling');
    expect(smtp.letters).to.have.length(2);
  });

  const nurse = async (user: string): Promise<Talker> => {
    const who = { organisation: 'porsanger', locale: 'nb', user, site: 'helse-omsorg' };
    const talker = new Talker(service.address, who);
    await talker.says('skriveren virker ikke', 'Det gjelder bare meg');
    await talker.presses('Det gjelder bare meg', 'Det holder');
    await talker.presses('Det holder', 'Bare hvis TOPdesk ikke kan brukes');
    return talker;
  };

  it('become an incident of TOPdesk, whose number the reporter gets (scenario D)', async () => {
    const kari = await nurse('kari');
    topdesk.faults.push({ on: 'create', cut: true });
    await kari.presses('Send det til TOPdesk for meg', 'Jeg sender det til TOPdesk');
    await kari.hears('TOPdesk har saken din med nummer', 'Den er sendt videre til: TOPdesk');
    expect(topdesk.incidents).to.have.length(1);
    expect(String(topdesk.incidents[0]?.fields.briefDescription)).to.include('skriver');
  });

  it('name the other ways where TOPdesk refuses it', async () => {
    const ola = await nurse('ola');
    topdesk.faults.push({ on: 'any', status: 403 });
    await ola.presses('Send det til TOPdesk for meg', 'Jeg sender det til TOPdesk');
    await ola.hears('Meldingen din kunne ikke sendes til TOPdesk', 'support@porsanger.kommune.no');
    expect(topdesk.incidents).to.have.length(1);
  });
});
