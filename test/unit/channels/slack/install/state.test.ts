import { expect } from 'chai';
import { keyFrom } from '../../../../../src/channels/slack/install/seal.ts';
import { InstallStates } from '../../../../../src/channels/slack/install/state.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const MINUTE = 60_000;
const states = (secret = 'one secret') => new InstallStates(keyFrom(secret, 'slack-install'));

describe('the state of an installation', () => {
  it('is good once, in the browser in which it was begun, in its language', () => {
    const known = states();
    const { state, cookie } = known.begin('nl', null, NOW);
    expect(known.finish(state, cookie, NOW + MINUTE)).to.deep.equal({ outcome: 'good', language: 'nl' });
    expect(known.finish(state, cookie, NOW + MINUTE)).to.deep.equal({ outcome: 'used', language: 'nl' });
  });

  it('is good for ten minutes', () => {
    const known = states();
    const [one, other] = [known.begin('sv', null, NOW), known.begin('sv', null, NOW)];
    expect(known.finish(one.state, one.cookie, NOW + 10 * MINUTE).outcome).to.equal('good');
    expect(known.finish(other.state, other.cookie, NOW + 10 * MINUTE + 1).outcome).to.equal('late');
  });

  it('is foreign without the cookie, with another, changed, or signed with another secret', () => {
    const known = states();
    const { state, cookie } = known.begin('sv', null, NOW);
    const strange: [string, string | null][] = [
      [state, null],
      [state, ''],
      [state, known.begin('sv', null, NOW).cookie],
      ['', cookie],
      ['nonsense', cookie],
      [state.replace('.sv.', '.nb.'), cookie],
      [state.replace(`.${NOW}.`, `.${NOW + 1}.`), cookie],
      [states('another secret').begin('sv', cookie, NOW).state, cookie],
      [`${state}A`, cookie],
    ];
    for (const [given, kept] of strange)
      expect(known.finish(given, kept, NOW).outcome, `${given} ${kept}`).to.equal('foreign');
    expect(known.finish(state, cookie, NOW).outcome).to.equal('good');
  });

  it('can be begun in two windows of one browser; a cookie that is odd is replaced', () => {
    const known = states();
    const first = known.begin('sv', null, NOW);
    const second = known.begin('en', first.cookie, NOW);
    expect(second.cookie).to.equal(first.cookie);
    for (const { state } of [second, first])
      expect(known.finish(state, first.cookie, NOW).outcome).to.equal('good');
    expect(known.begin('sv', 'a=b; Path=/', NOW).cookie).to.match(/^[\w-]{22}$/);
  });
});
