import { expect } from 'chai';
import fc from 'fast-check';
import { PICTURE_TYPES, pictureTypeOf } from '../../../../src/ports/pictures/type.ts';
import { BEGINNINGS, SAMPLES } from '../../../support/pictures.ts';

const bytes = fc.uint8Array({ maxLength: 200 });
/** Places that any value may have: lengths, frames. */
const FREE: Partial<Record<string, readonly number[]>> = {
  'image/png': [8, 9, 10, 11],
  'image/jpeg': [3, 4, 5, 6, 7, 8, 9],
  'image/webp': [4, 5, 6, 7, 15],
};

describe('what a picture is', () => {
  it('is told by how it begins, whatever follows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PICTURE_TYPES), bytes, (type, rest) => {
        expect(pictureTypeOf(Buffer.concat([Buffer.from(BEGINNINGS[type], 'latin1'), rest]))).to.equal(type);
      }),
    );
  });

  it('is no longer told when one byte of its marks is changed, or what came is cut within them', () => {
    for (const [type, sample] of SAMPLES) {
      const length = type === 'image/jpeg' ? 3 : BEGINNINGS[type].length;
      for (let place = 0; place < length; place++) {
        if (FREE[type]?.includes(place)) continue;
        expect(pictureTypeOf(sample.subarray(0, place)), `${type} cut at ${place}`).to.equal(null);
        for (let value = 0; value < 256; value++) {
          const changed = Buffer.from(sample);
          changed[place] = value;
          const isOther = value !== sample[place] && !(type === 'image/gif' && place === 4 && value === 0x37);
          expect(pictureTypeOf(changed), `${type} ${place} ${value}`).to.equal(isOther ? null : type);
        }
      }
    }
  });

  it('is nothing that a browser would run or read as text', () => {
    const texts = [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<?xml version="1.0"?><svg/>',
      '<!doctype html>',
    ];
    for (const text of [
      ...texts,
      '\ufeff<html>',
      '%PDF-1.7',
      'BM\0\0',
      '\0\0\0\x1cftypheic',
      'PK\x03\x04',
      '',
    ])
      expect(pictureTypeOf(Buffer.from(text, 'latin1')), text).to.equal(null);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        // GIF's mark is text; everything else that is only text is none.
        fc.pre(!/^GIF8[79]a/.test(text));
        expect(pictureTypeOf(Buffer.from(text))).to.equal(null);
      }),
    );
  });
});
