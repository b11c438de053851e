import { expect } from 'chai';
import { LONGEST_QR, qrCode } from '../../../src/paper/qr.ts';

describe('a code to scan', () => {
  it('has its three corners, by which a scanner finds it', () => {
    const { size, path } = qrCode('https://bot.example.org/routine/porsanger?lang=nb&printed=K7M2Q');
    expect(size % 4).to.equal(1);
    for (const corner of ['M0 0h7', `M${size - 7} 0h7`, `M0 ${size - 1}h7`, `M0 ${size - 7}h7`])
      expect(path).to.include(corner);
  });

  it('draws within its square only', () => {
    const { size, path } = qrCode('https://bot.example.org/');
    for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Number(x) + Number(width)).to.be.at.most(size);
      expect(Number(y)).to.be.below(size);
    }
  });

  it('refuses an address that old phones would not read', () => {
    expect(() => qrCode('x'.repeat(LONGEST_QR))).to.not.throw();
    expect(() => qrCode('x'.repeat(LONGEST_QR + 1))).to.throw(RangeError, 'too long for a code');
  });
});
