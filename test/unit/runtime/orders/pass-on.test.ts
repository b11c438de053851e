import { expect } from 'chai';
import { mailOf, orderOfMessageId } from '../../../../src/handoffs/mail/letter.ts';
import type { HandoffLetter } from '../../../../src/ports/handoff.ts';
import type { Sending } from '../../../../src/ports/sender.ts';
import { KeepingSender } from '../../../support/engine.ts';
import { OrderTown } from '../../../support/order-town.ts';
import { playbookFrom, shippedText } from '../../../support/playbooks.ts';

const MORNING = Date.parse('2026-11-23T09:15:00+01:00');
const PLAYBOOK = playbookFrom(
  shippedText('kivido')
    .replace(
      'contacts:\n',
      'contacts:\n  telecom: { role: Telecombedrijf, email: storing@telecom.example }\n',
    )
    .replace('  suppliers:\n', '  suppliers:\n    telecom: { by: mail, from: telecom.example }\n'),
);

describe('an order whose supplier says that it is not for them', () => {
  let town: OrderTown;
  let supplier: KeepingSender;
  beforeEach(() => {
    supplier = new KeepingSender();
    const receipt = { reference: null, url: null, confirms: false, lost: [] };
    for (let i = 0; i < 20; i++)
      supplier.next.push(async (): Promise<Sending> => ({ outcome: 'sent', receipt }));
    town = new OrderTown(PLAYBOOK, MORNING, () => supplier);
  });
  afterEach(() => town.close());
  const letters = () => supplier.deliveries.map(({ body }) => body as unknown as HandoffLetter);
  const told = () => letters().map(({ word, supplier: { contact } }) => `${word} to ${contact}`);
  /** Reported by Anna, judged urgent by Mila, ordered. */
  const ordered = async () => {
    const [mila, anna] = [town.person('mila', 'manager-general-affairs'), town.person('anna', 'employee')];
    await mila.says('hallo');
    await anna.says('De mail doet het niet');
    await anna.presses('Nee, niets in of uit');
    await mila.presses('Urgent');
    return { mila, anna, id: String(letters()[0]?.order) };
  };

  it('goes to another: each is told once, and both stand in the order with their states', async () => {
    const { mila, anna, id } = await ordered();
    await town.mail(id, { taken: 'confirmed' });
    await town.mail(id, { text: 'Dit is niet voor ons.' });
    expect(mila.hears()).to.contain('Dit is niet voor ons.');
    anna.hears();
    await mila.presses('Geef aan Telecombedrijf');
    expect(told()).to.deep.equal(['order to supplier', 'elsewhere to supplier', 'order to telecom']);
    const order = await town.order(id);
    expect(order).to.include({ state: 'ordered', handing: 'handed-over', supplier: 'telecom' });
    expect(order.earlier).to.have.length(1);
    expect(order.earlier?.[0]).to.include({
      supplier: 'supplier',
      state: 'confirmed',
      handing: 'handed-over',
    });
    const card = mila.hears();
    expect(card).to.contain('Opdracht bij Telecombedrijf').and.contain('Bevestigd (Leverancier Nemesys)');
    expect(card).to.contain('Aan een andere leverancier gegeven (Manager Algemene Zaken): Telecombedrijf');
    expect(anna.hears()).to.contain('Het is doorgegeven aan: Telecombedrijf');
    // Pressed again on the old card it does nothing.
    await town.happens(id, {
      ...{ kind: 'deed', id: 'again', deed: 'pass-to', text: 'telecom' },
      by: { kind: 'person', user: 'mila', name: null, holds: ['manager-general-affairs'] },
      to: {
        conversation: 'web/kivido/mila',
        from: { user: 'mila', desk: false, locale: null, role: 'manager-general-affairs', site: null },
      },
    });
    expect(told()).to.have.length(3);
  });

  it('has a thread with each of them, and answers of both are known by it', async () => {
    const { mila, id } = await ordered();
    await mila.presses('Geef aan Telecombedrijf');
    await mila.presses('Opdracht annuleren');
    await mila.says('Het werkt weer');
    const mails = letters().map((letter) => mailOf(letter, 'x@example.org', { files: [] }, 'example.org'));
    const named = mails.map(({ messageId, inReplyTo }) => [messageId, inReplyTo]);
    const name = (word: string) => `<${word}.${id}.kivido@example.org>`;
    expect(named).to.deep.equal([
      [name('order'), null],
      [name('elsewhere-2'), name('order')],
      [name('order-2'), null],
      [name('cancelled-4'), name('order-2')],
    ]);
    for (const [messageId] of named)
      expect(orderOfMessageId(String(messageId))).to.deep.equal({ organisation: 'kivido', order: id });
  });

  it('goes back to the first, and a letter that could not be sent there is sent by hand', async () => {
    const { mila, id } = await ordered();
    await mila.presses('Geef aan Telecombedrijf');
    supplier.next.length = 0;
    supplier.next.push(async () => ({ outcome: 'sent', receipt: null }));
    supplier.next.push(async () => ({ outcome: 'failed', reason: 'x', cause: 'refused' }));
    await mila.presses('Geef aan Leverancier Nemesys');
    const order = await town.order(id);
    expect(order).to.include({ supplier: 'supplier', state: 'ordering', handing: 'failed' });
    expect(order.earlier?.map(({ supplier: each }) => each)).to.deep.equal(['supplier', 'telecom']);
    expect(mila.offered).to.include.members(['Ik heb hem zelf verstuurd', 'Geef aan Telecombedrijf']);
  });

  it('is passed on by a manager only, and the attempt of another stands in its history', async () => {
    const { mila, anna, id } = await ordered();
    await anna.pressesCardOf(mila, 'Geef aan Telecombedrijf');
    expect(told()).to.deep.equal(['order to supplier']);
    expect((await town.order(id)).supplier).to.equal('supplier');
  });
});
