import { expect } from 'chai';
import { HandoffSender } from '../../src/handoffs/sender.ts';
import {
  HANDOFF_LIMITS,
  type Handoff,
  type HandoffLetter,
  type ReadPicture,
} from '../../src/ports/handoff.ts';
import type { Sending } from '../../src/ports/sender.ts';
import type { Json } from '../../src/ports/store/json.ts';
import type { Delivery } from '../../src/ports/store/outbox.ts';

/** One way to hand over, with the system at its other end. */
export interface HandoffStage {
  readonly handoff: Handoff;
  /** What the other end has taken, each as `<order>/<name>`; the same twice stands there twice, unless it is known as one. */
  taken(): readonly string[];
  /** All of the text that was taken. */
  words(): string;
  /** Lets the next request fail. */
  fail(how: 'busy' | 'refuses-us' | 'refuses-it' | 'cut' | 'gone'): Promise<void> | void;
  stop(): Promise<void>;
}

export const LETTER: HandoffLetter = {
  ...{ organisation: 'porsanger', order: 'K7M2-QX4P', way: 'topdesk', word: 'order', name: 'order' },
  ...{ language: 'nb', supplier: { contact: 'topdesk', address: 'support@nemesys.nl' } },
  subject: '[K7M2-QX4P] PC og skriver: kan ikke skrive ut',
  brief: 'PC og skriver: kan ikke skrive ut',
  text: 'Skriveren i 2. etasje <b>svarer</b> ikke & blinker.\n\nReferanse: K7M2-QX4P',
  reporter: { name: 'Kari Nordmann', email: 'kari@porsanger.kommune.no', phone: '+4790000000' },
  pictures: [{ name: 'skriver.png', address: 'https://bot.example.org/pictures/1' }],
  ...{ replyTo: ['it@porsanger.kommune.no'], at: Date.parse('2026-11-23T08:15:00Z') },
};

const PICTURE = { bytes: Uint8Array.from([1, 2, 3]), type: 'image/png' } as const;
export const readPicture: ReadPicture = async ({ address }) => (address === '' ? null : PICTURE);

/** A delivery of a letter, as the outbox holds it. */
export function deliveryOf(letter: HandoffLetter, about: Partial<Delivery> = {}): Delivery {
  return {
    ...{ id: `handoff/${letter.order}/${letter.name}`, destination: 'handoff/porsanger/K7M2-QX4P' },
    ...{ kind: 'handoff', body: letter as unknown as Json, notBefore: letter.at, priority: 0, batch: null },
    ...{ topic: null, state: 'sending', reason: 'claimed', attempt: 1, tries: 1, unsure: false },
    ...{ changedAt: letter.at, receipt: null, ...about },
  };
}

/** What every way does. */
export function handoffContract(name: string, open: () => Promise<HandoffStage>): void {
  describe(`handing over by ${name}`, () => {
    let stage: HandoffStage;
    let now = LETTER.at;
    let sender: HandoffSender;
    beforeEach(async () => {
      stage = await open();
      now = LETTER.at;
      sender = new HandoffSender({
        handoff: () => stage.handoff,
        clock: { now: () => Temporal.Instant.fromEpochMilliseconds(now) },
      });
    });
    afterEach(() => stage.stop());

    /** Tries again as the outbox does, until it is settled. */
    async function until(letter: HandoffLetter, first: Sending): Promise<Sending> {
      let sending = first;
      let receipt: Json = null;
      let unsure = false;
      for (let tries = 2; sending.outcome === 'retry' && tries < 40; tries++) {
        receipt = sending.receipt ?? receipt;
        unsure = sending.doubt !== undefined;
        sending = await sender.send(deliveryOf(letter, { attempt: tries, tries, receipt, unsure }));
      }
      return sending;
    }

    it('says all that the supplier needs, once', async () => {
      expect((await sender.send(deliveryOf(LETTER))).outcome).to.equal('sent');
      expect(stage.taken()).to.deep.equal(['K7M2-QX4P/order']);
      expect(stage.words()).to.contain('Skriveren i 2. etasje');
    });

    it('brings the order once, though the connection breaks after it was taken', async () => {
      await stage.fail('cut');
      const first = await sender.send(deliveryOf(LETTER));
      expect(first.outcome).to.equal('retry');
      expect('doubt' in first && first.doubt).to.equal('open');
      expect((await until(LETTER, first)).outcome).to.equal('sent');
      expect(new Set(stage.taken())).to.deep.equal(new Set(['K7M2-QX4P/order']));
    });

    it('brings the order once, though the process died meanwhile', async () => {
      await sender.send(deliveryOf(LETTER));
      const settled = await sender.settle(deliveryOf(LETTER));
      expect((await until(LETTER, settled)).outcome).to.equal('sent');
      expect(new Set(stage.taken())).to.deep.equal(new Set(['K7M2-QX4P/order']));
    });

    it('tries again where it is busy, and gives up after a quarter of an hour: people can send it', async () => {
      await stage.fail('busy');
      const busy = await sender.send(deliveryOf(LETTER));
      expect(busy.outcome).to.equal('retry');
      await stage.fail('busy');
      now = LETTER.at + HANDOFF_LIMITS.patienceMs;
      expect((await sender.send(deliveryOf(LETTER))).outcome).to.equal('failed');
      expect(stage.taken()).to.deep.equal([]);
    });

    it('gives up at once where it is refused, and says what the operator has to do', async () => {
      await stage.fail('refuses-us');
      const refused = await sender.send(deliveryOf(LETTER));
      expect(refused.outcome).to.equal('failed');
      expect('reason' in refused && refused.reason).to.match(/DRIFTVAKT_/);
      await stage.fail('refuses-it');
      const sending = await sender.send(deliveryOf(LETTER));
      expect(sending.outcome).to.equal('failed');
      expect('reason' in sending && sending.reason)
        .to.match(/\d{3}/)
        .and.not.contain('Skriveren');
    });

    it('waits where nobody answers at all: surely nothing arrived', async () => {
      await stage.fail('gone');
      const gone = await sender.send(deliveryOf(LETTER));
      expect(gone.outcome).to.equal('retry');
      expect('doubt' in gone ? gone.doubt : undefined).to.equal(undefined);
    });

    it('says words about an order that is there', async () => {
      await sender.send(deliveryOf(LETTER));
      const word = {
        ...LETTER,
        word: 'not-satisfied',
        name: 'not-satisfied-1',
        text: 'Det virker ikke ennå.',
      } as const;
      expect((await sender.send(deliveryOf(word))).outcome).to.equal('sent');
      expect(stage.taken()).to.deep.equal(['K7M2-QX4P/order', 'K7M2-QX4P/not-satisfied-1']);
      expect(stage.words()).to.contain('Det virker ikke');
    });
  });
}
