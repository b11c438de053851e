import { expect } from 'chai';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { phoneInWords } from '../../../../src/conversation/words/phone.ts';

describe('phone numbers in words', () => {
  it('reads nationally at home and internationally elsewhere', () => {
    expect(phoneInWords('+46346885555', 'SE')).to.deep.equal({
      text: '0346-88 55 55',
      href: 'tel:+46346885555',
    });
    expect(phoneInWords('+46346885555', 'NO').text).to.equal('+46 346 88 55 55');
    expect(phoneInWords('+4740607700', 'NO').text).to.equal('40 60 77 00');
  });

  it('shows a placeholder digit for digit', () => {
    expect(phoneInWords('+4600000001', 'SE')).to.deep.equal({ text: '+4600000001', href: 'tel:+4600000001' });
  });

  it('never shows another number than the one it dials', () => {
    const country = fc.constantFrom('SE', 'NO', 'NL');
    const number = fc
      .tuple(fc.constantFrom('46', '47', '31', '44'), fc.stringMatching(/^\d{4,11}$/))
      .map(([code, rest]) => `+${code}${rest}`);
    fc.assert(
      fc.property(number, country, (phone, home) => {
        const { text, href } = phoneInWords(phone, home);
        const read = text.startsWith('+')
          ? `+${text.replace(/\D/g, '')}`
          : parsePhoneNumberFromString(text, home as 'SE')?.number;
        expect(read).to.equal(phone);
        expect(href).to.equal(`tel:${phone}`);
      }),
      { numRuns: 2000 },
    );
  });
});
