import { expect } from 'chai';
import { terminalText } from '../../../../src/channels/terminal/render.ts';
import { everyKindOf, HOSTILE } from '../../../support/hostile.ts';
import { samples } from '../../../support/messages.ts';

/** The two codes that make ids dim. */
const OURS = new RegExp(`${String.fromCharCode(27)}\\[(?:2|22)m`, 'g');

describe('messages for a terminal', () => {
  it('number the choices, with their ids', () => {
    const message = samples('en').find(({ name }) => name === 'confirm')!.message;
    expect(terminalText(message).replace(OURS, '')).to.equal(
      'Do you want to withdraw K7M2-QX4P?\n\n1. Yes, I talked to somebody #y\n2. Cancel #x',
    );
  });

  it('let no text control the terminal, or turn it around', () => {
    for (const [what, text] of Object.entries(HOSTILE))
      for (const message of everyKindOf(() => text)) {
        const shown = terminalText(message).replace(OURS, '');
        expect(shown, what).to.not.match(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
      }
  });

  it('break lines between words', () => {
    for (const { name, message } of samples('nb'))
      for (const line of terminalText({ ...message, choices: [] }, 40).split('\n'))
        if (line.trim().includes(' ')) expect(line.length, `${name}: ${line}`).to.be.at.most(50);
  });
});
