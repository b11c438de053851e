import { expect } from 'chai';
import { remembering, rememberingLatest } from '../../../../src/conversation/understanding/remember.ts';

describe('what was found for a text', () => {
  function counting(remember: typeof remembering) {
    const asked: string[] = [];
    const find = remember((text) => {
      asked.push(text);
      return text.length > 3;
    });
    return { asked, find };
  }

  for (const remember of [remembering, rememberingLatest])
    it(`is found once for the same text, also where it is nothing (${remember.name})`, () => {
      const { asked, find } = counting(remember);
      expect([find('nei'), find('hallo'), find('nei'), find('hallo')]).to.deep.equal([
        false,
        true,
        false,
        true,
      ]);
      expect(asked).to.deep.equal(['nei', 'hallo']);
    });

  it('is kept of the latest 32 texts and not of more', () => {
    const { asked, find } = counting(rememberingLatest);
    for (let i = 0; i < 33; i++) find(`text ${i}`);
    for (let i = 32; i > 0; i--) find(`text ${i}`);
    expect(asked).to.have.length(33);
    find('text 0');
    expect(asked.at(-1)).to.equal('text 0');
    expect(asked).to.have.length(34);
  });
});
