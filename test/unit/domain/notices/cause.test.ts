import { expect } from 'chai';
import fc from 'fast-check';
import { CAUSES, readReason, reasonText } from '../../../../src/domain/notices/cause.ts';

describe('why somebody did not get a notice', () => {
  it('is read as it was written, whatever the sentence behind it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CAUSES), fc.string(), (cause, sentence) => {
        expect(readReason(reasonText({ cause, sentence }))).to.deep.equal({ cause, sentence });
      }),
    );
  });

  it('is not known of what only begins with such a word', () => {
    for (const text of ['', 'left', 'leftovers: none', 'read:now', 'no such cause: really'])
      expect(readReason(text)).to.deep.equal({ cause: null, sentence: text });
  });
});
