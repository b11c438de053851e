import { expect } from 'chai';
import fc from 'fast-check';
import { boundary, cleanText, cut } from '../../../../src/conversation/plain-text/clean.ts';
import { processorTime } from '../../../support/processor-time.ts';

describe('cleaning text', () => {
  it('removes what cannot be seen or misleads', () => {
    expect(cleanText('a\u0000b\u001b[31mc\u0007\u007f\u0090')).to.equal('ab[31mc');
    expect(cleanText('pay\u202Egnp.exe\u202C \u2066x\u2069')).to.equal('paygnp.exe x');
    expect(cleanText('\uFEFFvpn\u200Bnere\u2060')).to.equal('vpnnere');
    expect(cleanText('hi\u{E0068}\u{E0069}')).to.equal('hi');
  });

  it('keeps what people write: line ends, tabs, accents, joined emoji, Persian, flags', () => {
    for (const text of [
      'a\tb\nc',
      'Ålesund 29. mai, “så”',
      'e\u0301 a\u030a',
      '👩🏽‍❤️‍💋‍👨🏽 1️⃣',
      'می\u200Cخواهم',
      'שלום',
      '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    ])
      expect(cleanText(text)).to.equal(text);
  });

  it('writes every line end as one', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u2029e\u0085f\vg')).to.equal('a\nb\nc\nd\ne\nf\ng');
  });

  it('limits stacks of marks', () => {
    expect(cleanText(`z${'\u0301'.repeat(500)}a`)).to.equal(`z${'\u0301'.repeat(8)}a`);
    expect(cleanText(`z${'\u0301\u200D'.repeat(500)}a`)).to.have.lengthOf(10);
  });

  it('mends halves of characters', () => {
    expect(cleanText('a\uD800b')).to.equal('a\uFFFDb');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(cleanText(cleanText(text))).to.equal(cleanText(text));
      }),
    );
  });

  it('takes a very long text in good time', () => {
    const took = processorTime(() => {
      cleanText('\u0301\u200D🏴\u{E0067}'.repeat(50_000));
      cut('👩🏽‍'.repeat(50_000), 4000);
    });
    expect(took).to.be.below(500);
  });
});

describe('cutting text', () => {
  it('leaves what fits, and says that something is left out', () => {
    expect(cut('abc', 3)).to.equal('abc');
    expect(cut('abcd', 3)).to.equal('ab…');
    expect(cut('ab cd', 4)).to.equal('ab…');
    expect(cut('abc', 0)).to.equal('');
  });

  it('does not cut a letter from its accents, nor an emoji in two', () => {
    expect(cut('ae\u0301xx', 4)).to.equal('ae\u0301…');
    expect(cut('ae\u0301xx', 3)).to.equal('a…');
    expect(cut('a👩🏽‍💻xx', 5)).to.equal('a…');
  });

  it('never gives half a character, nor more than was asked for', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.nat(90), (text, max) => {
        const short = cut(text, max);
        expect(short.length).to.be.at.most(max);
        expect(short.isWellFormed()).to.equal(true);
        if (short.endsWith('…') && short !== text) expect(text.startsWith(short.slice(0, -1))).to.equal(true);
      }),
    );
  });

  it('cuts a grapheme without end in two rather than giving nothing', () => {
    const endless = `e${'\u0301'.repeat(5000)}`;
    expect(boundary(endless, 4000)).to.be.greaterThan(3900);
    expect(cut('👩‍'.repeat(3000), 4000).length).to.be.within(3900, 4000);
  });
});
