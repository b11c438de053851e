import { expect } from 'chai';
import type { Sending } from '../../../../src/ports/sender.ts';
import { KeepingSender } from '../../../support/engine.ts';
import { OrderTown } from '../../../support/order-town.ts';
import { HOUR, playbook, report } from '../../domain/orders/stage.ts';

const ID = report.id;
const MORNING = Date.parse('2026-11-23T08:15:00Z');
const alone = { ...playbook, followUp: null };

describe('the process of an order', () => {
  let town: OrderTown;
  let supplier: KeepingSender;
  beforeEach(() => {
    supplier = new KeepingSender();
    supplier.next.push(async () => SENT);
    town = new OrderTown(alone, MORNING, () => supplier);
  });
  afterEach(() => town.close());

  const SENT: Sending = {
    outcome: 'sent',
    receipt: { reference: null, url: null, confirms: false, lost: [] },
  };
  const letters = (): string[] =>
    supplier.deliveries.map(({ body }) => (body as unknown as { name: string }).name);

  it('goes from handing on to the approved invoice, and tells everybody in their place', async () => {
    const [mila, dirk, anna] = [
      town.person('mila', 'manager-general-affairs'),
      town.person('dirk', 'directors'),
      town.person('anna', 'employee'),
    ];
    for (const person of [mila, dirk, anna]) await person.says('hallo');
    for (const person of [mila, dirk, anna]) person.hears();
    await town.handOn(report);
    expect(letters()).to.deep.equal(['order']);
    expect(await town.order(ID)).to.include({
      state: 'ordered',
      handing: 'handed-over',
      supplier: 'supplier',
    });
    expect(mila.hears()).to.contain('Opdracht bij Leverancier Nemesys').and.contain('nog niet bevestigd');
    expect(anna.hears()).to.contain('Verstuurd, nog niet bevestigd');
    await town.mail(ID, { taken: 'confirmed' });
    expect(anna.hears()).to.contain('Bevestigd door de leverancier');
    expect(mila.last?.replaces).to.not.equal(null);
    await town.mail(ID, { taken: 'quote', text: 'Onze offerte: € 300' });
    expect(dirk.hears()).to.contain('€ 300').and.contain('vraagt deze prijs');
    await dirk.presses('Offerte goedkeuren');
    expect(letters()).to.deep.equal(['order', 'quote-approved-2']);
    mila.hears();
    await mila.presses('Leverancier zegt: opgelost');
    expect(anna.hears()).to.contain('naar tevredenheid opgelost?').and.not.contain('€ 300');
    await anna.presses('Nee, nog niet');
    await anna.says('In Goes nog niet.');
    expect(letters().at(-1)).to.equal('not-satisfied-3');
    expect(mila.hears()).to.contain('In Goes nog niet.');
    await town.mail(ID, { taken: 'solved' });
    await anna.presses('Ja, het is opgelost');
    expect((await town.order(ID)).state).to.equal('closed');
    await town.mail(ID, { taken: 'invoice', text: 'Factuur 77: € 300' });
    expect(mila.hears()).to.contain('Mag die worden betaald?').and.contain('Factuur 77');
    await mila.presses('Factuur afkeuren');
    await mila.says('Twee uur te veel');
    expect(letters().at(-1)).to.equal('invoice-rejected-4');
    await town.mail(ID, { taken: 'invoice', text: 'Factuur 78: € 200' });
    await mila.presses('Goedkeuren voor betaling');
    expect((await town.order(ID)).invoice).to.include({ answer: 'yes', text: 'Factuur 78: € 200' });
  });

  it('is made once, however often its report is handed on', async () => {
    await town.handOn(report);
    await town.handOn(report);
    expect(letters()).to.deep.equal(['order']);
  });

  it('gives the manager the words to send by hand, and says when that was done', async () => {
    supplier.next.length = 0;
    supplier.next.push(async () => ({ outcome: 'failed', reason: 'the mail server answered 550 at RCPT' }));
    const mila = town.person('mila', 'manager-general-affairs');
    await mila.says('hallo');
    mila.hears();
    await town.handOn(report);
    const text = mila.hears();
    expect(text).to.contain('kon niet naar Leverancier Nemesys worden verstuurd');
    expect(text).to.contain('Aan: support@nemesys.nl').and.contain('Er komt geen mail meer in.');
    expect(text).to.contain('550');
    await mila.presses('Ik heb hem zelf verstuurd');
    expect(await town.order(ID)).to.include({ state: 'ordered', handing: 'by-hand' });
    expect(letters()).to.deep.equal([]);
  });

  it('tries again when the manager says so, as the same letter', async () => {
    supplier.next.length = 0;
    supplier.next.push(
      async () => ({ outcome: 'failed', reason: 'no login', cause: 'login' }),
      async () => SENT,
    );
    const mila = town.person('mila', 'manager-general-affairs');
    await mila.says('hallo');
    mila.hears();
    await town.handOn(report);
    expect(mila.hears())
      .to.contain('Waarom, voor ICT: het andere systeem weigert onze aanmelding')
      .and.not.contain('no login');
    await mila.presses('Opnieuw proberen');
    expect(letters()).to.deep.equal(['order']);
    expect(await town.order(ID)).to.include({ state: 'ordered', tries: 2 });
  });

  it('asks for the confirmation that does not come, and leaves it to the manager in the end', async () => {
    const mila = town.person('mila', 'manager-general-affairs');
    await mila.says('hallo');
    await town.handOn(report);
    await town.waits(4 * HOUR - 60_000);
    expect(letters()).to.deep.equal(['order']);
    await town.waits(9 * HOUR);
    expect(letters()).to.deep.equal(['order', 'chase-2', 'chase-3']);
    expect(mila.hears()).to.contain('Bel ze.');
    await town.waits(24 * HOUR);
    expect(letters()).to.have.length(3);
  });

  it('does nothing for whoever has not the role: a card that was passed on, or a guessed id', async () => {
    const [mila, sly] = [town.person('mila', 'manager-general-affairs'), town.person('sly', 'employee')];
    await mila.says('hallo');
    await sly.says('hallo');
    await town.handOn(report);
    const before = await town.order(ID);
    // The choice is of another conversation: it means nothing here.
    await sly.pressesCardOf(mila, 'Opdracht annuleren').catch(() => undefined);
    await town.happens(ID, {
      ...{
        kind: 'deed',
        id: 'x',
        deed: 'cancel',
        text: 'weg',
        to: { conversation: 'web/kivido/sly', from: SLY },
      },
      by: { kind: 'person', user: 'sly', name: null, holds: [] },
    });
    expect(sly.hears()).to.contain('Daarover beslis jij niet');
    const after = await town.order(ID);
    expect(after).to.include({ state: before.state });
    expect(after.history.at(-1)).to.include({ what: 'refused', by: 'sly' });
  });
});

const SLY = { user: 'sly', desk: false, locale: null, role: 'employee', site: null };
