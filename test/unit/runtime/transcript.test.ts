import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../../src/conversation/state.ts';
import { saidIn } from '../../../src/runtime/transcript.ts';

describe('what somebody is seen to have said', () => {
  it('has the words of what stands on a notice, which no conversation has offered', () => {
    const state = { ...NEW_CONVERSATION, language: 'sv' as const };
    const pressed = (choice: string) => ({ kind: 'pressed' as const, choice, fields: {} });
    expect(saidIn(pressed('notice:O1:me-too'), state)).to.equal('Jag också');
    expect(saidIn(pressed('notice:O1:resolve'), state)).to.equal(null);
    expect(saidIn(pressed('1-1'), state)).to.equal(null);
  });
});
