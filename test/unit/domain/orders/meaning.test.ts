import { expect } from 'chai';
import fc from 'fast-check';
import { meaningOf } from '../../../../src/domain/orders/meaning.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { processorTime } from '../../../support/processor-time.ts';

const MAILS: readonly (readonly [string, string, boolean, string | null])[] = [
  ['Re: [K7M2-QX4P]', 'Goedemorgen,\nWij bevestigen de ontvangst van uw melding.', false, 'confirmed'],
  ['Re: [K7M2-QX4P]', 'Uw melding is ontvangen. Zodra het is opgelost hoort u van ons.', false, 'confirmed'],
  ['Re: [K7M2-QX4P]', 'De storing is opgelost.', false, 'solved'],
  ['Re: [K7M2-QX4P]', 'De storing is nog niet opgelost.', false, null],
  ['Re: [K7M2-QX4P]', 'Het wordt morgen opgelost.', false, null],
  ['Offerte K7M2-QX4P', 'Bijgaand onze offerte: € 300,-', false, 'quote'],
  ['Offerte K7M2-QX4P', 'Bijgaand onze offerte.', true, 'quote'],
  ['Re: [K7M2-QX4P]', 'U ontvangt binnenkort een offerte.', false, null],
  ['Factuur 2026-77 K7M2-QX4P', 'Te betalen: EUR 300', false, 'invoice'],
  ['Re: [K7M2-QX4P]', 'Een offerte en een factuur: € 3', false, null],
  ['Re: [K7M2-QX4P]', 'Vi bekrefter at saken er mottatt.', false, 'confirmed'],
  ['Re: [K7M2-QX4P]', 'Feilen er rettet, og skriveren virker.', false, 'solved'],
  ['Re: [K7M2-QX4P]', 'Feilen er ikke løst.', false, null],
  ['Tilbud K7M2-QX4P', 'Vårt pristilbud er kr 1 200,-', false, 'quote'],
  ['Sv: [K7M2-QX4P]', 'Vi har mottagit er anmälan.', false, 'confirmed'],
  ['Sv: [K7M2-QX4P]', 'Felet är åtgärdat.', false, 'solved'],
  ['Re: [K7M2-QX4P]', 'We have received your order.', false, 'confirmed'],
  ['Re: [K7M2-QX4P]', 'Afwezig tot maandag.', false, null],
  ['Re: [K7M2-QX4P]', 'Dank.\n\nOp 23 november schreef Kivido:\n> De storing is opgelost?', false, null],
  ['', '', false, null],
];

describe('what a supplier’s mail means', () => {
  for (const [subject, text, hasFile, meaning] of MAILS)
    it(`${subject}: ${text.replaceAll('\n', ' ')} – ${meaning}`, () => {
      expect(meaningOf({ subject, text, hasFile }, LANGUAGES)).to.equal(meaning);
    });

  it('is found in any text, in no time, and a “no” before it turns it round', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        meaningOf({ subject: text, text, hasFile: true }, LANGUAGES);
        expect(meaningOf({ subject: '', text: 'Het is niet opgelost', hasFile: false }, ['nl'])).to.equal(
          null,
        );
      }),
    );
    const long = 'op '.repeat(50_000);
    const took = processorTime(() => meaningOf({ subject: long, text: long, hasFile: false }, LANGUAGES));
    expect(took).to.be.lessThan(5000);
  });
});
