import { expect } from 'chai';
import { HandoffSender } from '../../../../src/handoffs/sender.ts';
import { TopdeskApi } from '../../../../src/handoffs/topdesk/api.ts';
import { TopdeskHandoff } from '../../../../src/handoffs/topdesk/topdesk.ts';
import { StatusWatch } from '../../../../src/runtime/orders/watch.ts';
import { HandAlarm, KeepingSender } from '../../../support/engine.ts';
import { OrderTown } from '../../../support/order-town.ts';
import { shipped } from '../../../support/playbooks.ts';
import { FakeTopdesk, OPERATOR } from '../../../support/suppliers/topdesk.ts';

const MORNING = Date.parse('2026-11-23T09:15:00+01:00');

describe('Porsanger: not critical goes into TOPdesk (scenario D1)', () => {
  let topdesk: FakeTopdesk;
  let handoff: TopdeskHandoff;
  let town: OrderTown;
  beforeEach(async () => {
    topdesk = await FakeTopdesk.start();
    handoff = new TopdeskHandoff({
      api: new TopdeskApi({ address: topdesk.address, ...OPERATOR }),
      readPicture: async () => null,
    });
    town = new OrderTown(
      shipped('porsanger'),
      MORNING,
      (clock) => new HandoffSender({ handoff: () => handoff, clock }),
    );
  });
  afterEach(async () => {
    await town.close();
    await topdesk.stop();
  });

  /** Tells of a printer, as far as whom to turn to. */
  async function reported(user: string) {
    const kari = town.person(user);
    await kari.says('skriveren virker ikke');
    await kari.presses('Det gjelder bare meg');
    await kari.presses('Det holder');
    kari.hears();
    return kari;
  }

  it('by the bot, if its reporter wants that, and the number is told; then TOPdesk’s own words', async () => {
    const kari = await reported('kari');
    await kari.presses('Send det til TOPdesk for meg');
    const [incident] = topdesk.incidents;
    expect(incident?.fields.briefDescription).to.contain('PC og skriver');
    const told = kari.hears();
    expect(told).to.contain('TOPdesk har saken din med nummer I 2611 001');
    // By its name, though no service names a supplier; and nobody is told the platform's id of themselves.
    expect(told).to.contain('Den er sendt videre til: TOPdesk').and.not.contain('(kari)');
    const watch = new StatusWatch({
      ...{ store: town.store, engine: town.engine, clock: town.clock, alarm: new HandAlarm() },
      ...{ log: { warn: () => undefined } as never, systems: new Map([['porsanger', handoff]]) },
    });
    Object.assign(incident ?? {}, { status: 'Løst', completed: true });
    await watch.look();
    await watch.look();
    await town.work();
    expect((await town.order(String(incident?.fields.externalNumber))).state).to.equal('solved');
    expect(kari.hears()).to.contain('TOPdesk: det er løst');
  });

  it('and only if that does not work the other ways are named', async () => {
    const kari = await reported('kari');
    topdesk.faults.push({ on: 'find', status: 401 });
    await kari.presses('Send det til TOPdesk for meg');
    const text = kari.hears();
    expect(text).to.contain('kunne ikke sendes til TOPdesk');
    expect(text).to.contain('support@porsanger.kommune.no').and.contain('40 60 77 00');
    expect(topdesk.incidents).to.deep.equal([]);
  });
});

describe('Kivido: who judges it urgent hands it on (scenario C2)', () => {
  it('as an order by mail, whose way the reporter hears of', async () => {
    const supplier = new KeepingSender();
    const receipt = { reference: null, url: null, confirms: false, lost: [] };
    for (let i = 0; i < 9; i++) supplier.next.push(async () => ({ outcome: 'sent', receipt }));
    const town = new OrderTown(shipped('kivido'), MORNING, () => supplier);
    try {
      const [mila, anna] = [town.person('mila', 'manager-general-affairs'), town.person('anna', 'employee')];
      const dirk = town.person('dirk', 'directors');
      await dirk.says('hallo');
      await mila.says('hallo');
      await anna.says('De mail doet het niet');
      await anna.presses('Nee, niets in of uit');
      await mila.presses('Urgent');
      const [letter] = supplier.deliveries.map(
        ({ body }) => body as { order?: string; name?: string; subject?: string },
      );
      expect(letter?.name).to.equal('order');
      expect(letter?.subject).to.contain(`[${letter?.order}] Kivido`);
      const id = String(letter?.order);
      expect(mila.hears()).to.contain('Opdracht bij Leverancier Nemesys');
      anna.hears();
      await town.mail(id, { taken: 'confirmed' });
      expect(anna.hears()).to.match(/bevestigd/i);
      await town.mail(id, { taken: 'quote', text: '€ 900' });
      expect(anna.hears()).to.contain('heeft een prijs opgegeven').and.not.contain('900');
      await dirk.presses('Offerte afwijzen');
      await dirk.says('Te duur voor dit jaar');
      // It was confirmed before: nobody is told so again.
      expect(anna.hears()).to.equal('');
      await town.mail(id, { taken: 'solved' });
      expect(anna.hears()).to.not.equal('');
      expect((await town.order(id)).state).to.equal('solved');
    } finally {
      await town.close();
    }
  });
});
