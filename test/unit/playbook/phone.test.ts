import { expect } from 'chai';
import fc from 'fast-check';
import { dialsSame, isPlaceholder, phoneFault } from '../../../src/playbook/phone.ts';

describe('telephone numbers', () => {
  it('are right in international form', () => {
    for (const phone of ['+46346885555', '+46200443000', '+4740607700', '+31201234567'])
      expect(phoneFault(phone, 'SE'), phone).to.equal(null);
  });

  it('are put into that form from what people write', () => {
    const written: readonly [string, string, string][] = [
      ['0346-88 55 55', 'SE', '+46346885555'],
      ['0200-44 30 00', 'SE', '+46200443000'],
      ['40 60 77 00', 'NO', '+4740607700'],
      ['020 123 4567', 'NL', '+31201234567'],
      ['+46 (0)346 - 88 55 55', 'NO', '+46346885555'],
      ['0046346885555', 'SE', '+46346885555'],
    ];
    for (const [phone, country, right] of written)
      expect(phoneFault(phone, country), phone).to.equal(
        `is "${phone}"; write it in international form, "${right}"`,
      );
  });

  it('are wrong when no telephone has them, whatever the country', () => {
    for (const phone of ['', 'desk', '12', '+46', '+46346', '+999123456789', '0346-88 55 55 55 55'])
      for (const country of ['SE', 'XX', ''])
        expect(phoneFault(phone, country), phone).to.contain('no valid telephone number');
    expect(phoneFault('0346-88 55 55', '')).to.contain('country code');
  });

  it('may be short numbers, which are dialled as they stand', () => {
    for (const phone of ['112', '113', '1177', '11414', '116117'])
      expect(phoneFault(phone, 'SE'), phone).to.equal(null);
  });

  it('have placeholders, which no telephone has', () => {
    for (const phone of ['+4600000001', '+4700000012', '+3100000002']) {
      expect(isPlaceholder(phone)).to.equal(true);
      expect(phoneFault(phone, 'SE')).to.equal(null);
    }
    for (const phone of ['+46346885555', '+460000001', '4600000001', '+46 00000001'])
      expect(isPlaceholder(phone)).to.equal(false);
  });

  it('knows what dials the same, at home and from anywhere', () => {
    expect(dialsSame('0200-44 30 00', '+46200443000', 'SE')).to.equal(true);
    expect(dialsSame('+46 200 44 30 00', '+46200443000', 'NO')).to.equal(true);
    expect(dialsSame('0200-44 30 01', '+46200443000', 'SE')).to.equal(false);
    expect(dialsSame('0200-44 30 00', '+46200443000', 'NO')).to.equal(false);
    expect(dialsSame('', '+46200443000', 'SE')).to.equal(false);
  });

  it('of any form are judged without an exception, and what is advised is right', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ()-]{0,18}$/));
    fc.assert(
      fc.property(text, fc.constantFrom('SE', 'NO', 'NL', 'XX'), (phone, country) => {
        const advised = /form, "(.*)"$/.exec(phoneFault(phone, country) ?? '')?.[1];
        if (advised !== undefined) expect(phoneFault(advised, country)).to.equal(null);
      }),
    );
  });
});
