import { expect } from 'chai';
import { loginFault } from '../../../../../src/channels/teams/connector/login-faults.ts';
import { type Granted, tokenSource } from '../../../../../src/channels/teams/connector/token.ts';
import { NOW } from './stage.ts';

const HOUR = 3_600_000;
const BUSY: Granted = { outcome: 'retry', reason: 'busy', afterMs: 0 };
const WRONG: Granted = { outcome: 'failed', reason: 'wrong' };

/** A token source with a clock in the test's hand. */
function source(livesMs = HOUR) {
  const state = { now: NOW, asked: 0, next: [] as (Granted | Promise<Granted>)[] };
  const ask = async (): Promise<Granted> => {
    state.asked += 1;
    return (await state.next.shift()) ?? { outcome: 'granted', token: `t${state.asked}`, livesMs };
  };
  const tokens = tokenSource(ask, { now: () => state.now });
  return { state, tokens, pass: (ms: number) => (state.now = state.now.add({ milliseconds: ms })) };
}

const token = (name: string) => ({ outcome: 'token', token: name });

describe('the app’s tokens', () => {
  it('are kept until five minutes before they end', async () => {
    const { state, tokens, pass } = source();
    expect(await tokens.token()).to.deep.equal(token('t1'));
    pass(HOUR - 300_001);
    expect(await tokens.token()).to.deep.equal(token('t1'));
    pass(1);
    expect(await tokens.token()).to.deep.equal(token('t2'));
    expect(state.asked).to.equal(2);
  });

  it('are asked for once by all who want one at the same time', async () => {
    const { state, tokens } = source();
    const all = await Promise.all([tokens.token(), tokens.token(), tokens.token()]);
    expect(all).to.deep.equal(Array(3).fill(token('t1')));
    expect(state.asked).to.equal(1);
  });

  it('are fetched anew when one was thrown away', async () => {
    const { tokens } = source();
    await tokens.token();
    tokens.renew();
    expect(await tokens.token()).to.deep.equal(token('t2'));
  });

  it('are used to their end while no new one is to be had', async () => {
    const { state, tokens, pass } = source();
    await tokens.token();
    pass(HOUR - 300_000);
    state.next.push(BUSY, WRONG, BUSY);
    expect(await tokens.token()).to.deep.equal(token('t1'));
    expect(await tokens.token()).to.deep.equal(token('t1'));
    pass(270_000);
    expect(await tokens.token()).to.deep.equal(BUSY);
    expect(await tokens.token()).to.deep.equal(token('t5'));
  });

  it('but not one that was thrown away', async () => {
    const { state, tokens } = source();
    await tokens.token();
    tokens.renew();
    state.next.push(BUSY);
    expect(await tokens.token()).to.deep.equal(BUSY);
  });

  it('are asked for again at once after a fault that may pass, and after a minute where an operator must act', async () => {
    const { state, tokens, pass } = source();
    state.next.push(BUSY, WRONG);
    expect(await tokens.token()).to.deep.equal(BUSY);
    expect(await tokens.token()).to.deep.equal(WRONG);
    pass(59_999);
    expect(await tokens.token()).to.deep.equal(WRONG);
    expect(state.asked).to.equal(2);
    pass(1);
    expect(await tokens.token()).to.deep.equal(token('t3'));
  });

  it('that live shorter than the time to spare are still given', async () => {
    const { state, tokens } = source(60_000);
    expect(await tokens.token()).to.deep.equal(token('t1'));
    expect(await tokens.token()).to.deep.equal(token('t2'));
    expect(state.asked).to.equal(2);
  });
});

describe('what is made of an error of the login', () => {
  const server = (status: number, errorNo?: number | string) => ({
    name: 'ServerError',
    status,
    errorNo,
    errorCode: 'invalid_client',
  });
  const cases: [string, unknown, 'retry' | 'failed', string][] = [
    ['a wrong secret', server(401, 7000215), 'failed', 'AADSTS7000215): the app password is wrong'],
    ['an expired secret', server(401, '7000222'), 'failed', 'AADSTS7000222): the app password has expired'],
    ['an unknown app', server(400, 700016), 'failed', 'check MicrosoftAppId'],
    ['an unknown tenant', server(400, 90002), 'failed', 'check MicrosoftAppTenantId'],
    ['an unknown certificate', server(401, 700027), 'failed', 'upload it'],
    ['another refusal', server(400, 12345), 'failed', 'AADSTS12345'],
    ['a refusal without a number', server(400), 'failed', '(invalid_client)'],
    ['a number that is none', server(400, 'Skriveren'), 'failed', '(invalid_client)'],
    ['too many requests', server(429, 50196), 'retry', 'busy (429)'],
    ['an error of the login itself', server(503, 90033), 'retry', 'busy (503)'],
    ['no answer', { name: 'ClientAuthError', errorCode: 'network_error' }, 'retry', 'could not be reached'],
    [
      'no description',
      { name: 'ClientAuthError', errorCode: 'endpoints_resolution_error' },
      'retry',
      'could not be reached',
    ],
    [
      'a setting that MSAL refuses',
      { name: 'ClientConfigurationError', errorCode: 'url_parse_error' },
      'failed',
      'url_parse_error',
    ],
    ['something else', new TypeError('a secret'), 'failed', 'TypeError'],
    ['nothing', undefined, 'failed', 'UNKNOWN'],
  ];
  for (const [name, cause, outcome, words] of cases)
    it(`${name}: ${outcome}`, () => {
      const fault = loginFault(cause);
      expect(fault.outcome).to.equal(outcome);
      expect(fault.reason).to.include(words).and.not.include('a secret').and.not.include('Skriveren');
      expect(fault.reason).to.match(/login|log in/);
    });
});
