import { expect } from 'chai';
import fc from 'fast-check';
import { wordsOfHtml } from '../../../src/handoffs/mailbox/words-of-html.ts';

describe('the words of a page', () => {
  it('are there without what is not for reading, a line for each line', () => {
    const page =
      '<html><head><title>x</title></head><body><!-- a > <b>no</b> --><p>Opgelost &amp; getest</p>1 < 2<br/>Dank<style>p{}</style> u<SCRIPT>if (a<b) x()</SCRIPT>!</body>';
    expect(wordsOfHtml(page)).to.equal('Opgelost & getest\n1 \nDank u!');
  });

  it('hold no tag that could be read as one, whatever the page', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<b>',
      '</b>',
      '<style>',
      '</style>',
      '<!--',
      '-->',
      '/',
      'a',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(wordsOfHtml(pieces.join(''))).to.not.contain('<');
      }),
    );
  });

  // Each of these took longer than a test may, when it was looked at again from each of its beginnings.
  for (const part of ['<style', '<!--', '<', '<br', '</', '<script>', '-->'])
    it(`are found in half a million characters of ${part}`, () => {
      expect(wordsOfHtml(part.repeat(500_000 / part.length)).length).to.be.below(500_001);
    });
});
