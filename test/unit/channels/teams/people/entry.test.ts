import { expect } from 'chai';
import fc from 'fast-check';
import { entryOf } from '../../../../../src/channels/teams/people/entry.ts';
import { cleanText } from '../../../../../src/conversation/plain-text/clean.ts';
import { DIRECTORY_LIMITS } from '../../../../../src/domain/people/directory.ts';
import { HOSTILE } from '../../../../support/hostile.ts';

const named = (name: string) => entryOf({ name, email: null, phones: [] }, 'NO');
const phoneOf = (...phones: string[]) => entryOf({ name: 'Kari', email: null, phones }, 'NO')?.phone;

describe('what a directory says of somebody', () => {
  it('is one line of what can be seen, and short', () => {
    expect(named(' Kari \n\u202ENord\u200Bmann\u0000 ')?.name).to.equal('Kari Nordmann');
    expect(named('<at>Ola</at> **fet**')?.name).to.equal('<at>Ola</at> **fet**');
    expect(named('x'.repeat(10_240))?.name)
      .to.have.length(DIRECTORY_LIMITS.text)
      .and.match(/…$/);
    for (const nothing of ['', ' \n', '\u200B\u0000\u202E']) expect(named(nothing)).to.equal(null);
  });

  it('is so whatever is written there', () => {
    const hostile = fc.oneof(fc.constantFrom(...Object.values(HOSTILE)), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(hostile, fc.array(hostile), fc.option(hostile), (name, phones, email) => {
        const entry = entryOf({ name, phones, email }, 'NO');
        if (entry === null) return;
        expect(entry.name).to.equal(cleanText(entry.name)).and.match(/\S/);
        expect(entry.name).to.not.match(/[\n\r\t\u202A-\u202E]/);
        expect(entry.name.length).to.be.at.most(DIRECTORY_LIMITS.text);
        expect(entry.phone ?? '+4712345678').to.match(/^\+\d{7,15}$/);
        expect((entry.email ?? 'a@b.no').length).to.be.at.most(DIRECTORY_LIMITS.text);
      }),
    );
  });

  it('keeps the first number that can be dialled, in international form', () => {
    expect(phoneOf('906 34 222')).to.equal('+4790634222');
    expect(phoneOf('0047 906 34 222')).to.equal('+4790634222');
    expect(phoneOf('+46 346 88 55 55')).to.equal('+46346885555');
    expect(phoneOf('ring sentralbordet', '123', '+4700000001', '906 34 222')).to.equal('+4790634222');
  });

  it('takes no number that is none as it stands', () => {
    const written = [
      '',
      '112',
      '12345',
      '+4700000001',
      'Ring 906 34 222 nå',
      '78 46 00 00 ext. 123',
      '+47 78 46 00 00;ext=12',
      '906 34 222, 906 34 223',
      'javascript:90634222',
      '829 00 000',
      `${'0'.repeat(10_000)}90634222`,
    ];
    for (const phone of written) expect(phoneOf(phone), phone.slice(0, 40)).to.equal(null);
    expect(entryOf({ name: 'Kari', email: null, phones: ['906 34 222'] }, 'XX')?.phone).to.equal(null);
  });

  it('takes an address that is one, whole', () => {
    const emailOf = (email: string) => entryOf({ name: 'Kari', email, phones: [] }, 'NO')?.email;
    expect(emailOf('kari.nordmann@porsanger.example')).to.equal('kari.nordmann@porsanger.example');
    for (const odd of ['', 'kari', 'kari@', 'a@b.no\nc@d.no', 'a@b.no?bcc=x@y.no', `${'x'.repeat(200)}@b.no`])
      expect(emailOf(odd), odd.slice(0, 40)).to.equal(null);
  });
});
