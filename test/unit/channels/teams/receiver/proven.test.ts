import { expect } from 'chai';
import { RECEIVER_LIMITS } from '../../../../../src/channels/teams/receiver/limits.ts';
import { provenTokens } from '../../../../../src/channels/teams/receiver/proven.ts';
import type { TokenVerdict } from '../../../../../src/channels/teams/receiver/sdk.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;
const CLAIMED = { type: 'message', channelId: 'msteams', serviceUrl: 'https://one.example/' };

/** A judge that is counted, and a clock in the test's hand. */
function court(verdict: TokenVerdict = { outcome: 'valid' }) {
  const at = { now: NOON, asked: 0, verdict };
  const check = provenTokens(
    async () => {
      at.asked++;
      return at.verdict;
    },
    () => at.now,
  );
  return { at, check };
}

describe('a token that was proven', () => {
  it('is not proven again for the same, for five minutes', async () => {
    const { at, check } = court();
    for (const later of [0, 1, RECEIVER_LIMITS.provenMs - 1]) {
      at.now = NOON + later;
      expect(await check(CLAIMED, 'Bearer a', NOON + HOUR)).to.deep.equal({ outcome: 'valid' });
    }
    expect(at.asked).to.equal(1);
    at.now = NOON + RECEIVER_LIMITS.provenMs;
    await check(CLAIMED, 'Bearer a', NOON + HOUR);
    expect(at.asked).to.equal(2);
  });

  it('is proven again for whatever differs', async () => {
    const { at, check } = court();
    await check(CLAIMED, 'Bearer a', NOON + HOUR);
    const others = [
      { ...CLAIMED, serviceUrl: 'https://two.example/' },
      { ...CLAIMED, channelId: 'another' },
      { ...CLAIMED, type: 'invoke' },
    ];
    for (const other of others) await check(other, 'Bearer a', NOON + HOUR);
    await check(CLAIMED, 'Bearer b', NOON + HOUR);
    expect(at.asked).to.equal(5);
  });

  it('counts no longer than it holds, nor before it was proven', async () => {
    const { at, check } = court();
    await check(CLAIMED, 'Bearer a', NOON + 1000);
    at.now = NOON + 1000;
    await check(CLAIMED, 'Bearer a', NOON + 1000);
    expect(at.asked).to.equal(2);
    at.now = NOON - 1;
    await check(CLAIMED, 'Bearer a', NOON + 1000);
    expect(at.asked).to.equal(3);
  });

  it('is none if it was refused, or could not be judged', async () => {
    for (const verdict of [{ outcome: 'invalid' }, { outcome: 'unavailable', cause: 'X' }] as const) {
      const { at, check } = court(verdict);
      for (let i = 1; i <= 3; i++) {
        expect(await check(CLAIMED, 'Bearer a', NOON + HOUR)).to.deep.equal(verdict);
        expect(at.asked).to.equal(i);
      }
    }
  });

  it('is forgotten when there are too many', async () => {
    const { at, check } = court();
    for (let i = 0; i <= RECEIVER_LIMITS.proven; i++) await check(CLAIMED, `Bearer ${i}`, NOON + HOUR);
    await check(CLAIMED, `Bearer ${RECEIVER_LIMITS.proven}`, NOON + HOUR);
    expect(at.asked).to.equal(RECEIVER_LIMITS.proven + 1);
    await check(CLAIMED, 'Bearer 0', NOON + HOUR);
    expect(at.asked).to.equal(RECEIVER_LIMITS.proven + 2);
  });
});
