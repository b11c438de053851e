import { hash } from 'node:crypto';
import { RECEIVER_LIMITS } from './limits.ts';
import type { Claimed, TokenVerdict } from './sdk.ts';

/** For how long something was proven: from when, and until when, in ms since 1970. */
interface Proof {
  readonly since: number;
  readonly until: number;
}

/** What is said of a token in time. */
export type Judgement = TokenVerdict | 'late';

/** A check, with until when the token itself holds, in ms since 1970. */
export type ProvenCheck = (claimed: Claimed, authorization: string, expiresAt: number) => Promise<Judgement>;

/**
 * Remembers which tokens were proven for what: Teams sends the same one with each request for an hour. Only `valid` is
 * remembered, by a hash of the token and of all that the check looks at, for 5 minutes and never beyond its end; whatever
 * differs in one letter is checked anew.
 * @param now in ms since 1970
 */
export function provenTokens(
  check: (claimed: Claimed, authorization: string) => Promise<Judgement>,
  now: () => number,
): ProvenCheck {
  const proofs = new Map<string, Proof>();
  return async (claimed, authorization, expiresAt) => {
    const key = keyOf(claimed, authorization);
    const proof = proofs.get(key);
    const asked = now();
    // A clock that went backwards proves nothing.
    if (proof !== undefined && proof.since <= asked && asked < proof.until) return { outcome: 'valid' };
    proofs.delete(key);
    const verdict = await check(claimed, authorization);
    if (verdict === 'late' || verdict.outcome !== 'valid') return verdict;
    const until = Math.min(asked + RECEIVER_LIMITS.provenMs, expiresAt);
    proofs.set(key, { since: asked, until });
    forgetOldest(proofs);
    return verdict;
  };
}

function keyOf({ type, channelId, serviceUrl }: Claimed, authorization: string): string {
  const all = JSON.stringify([type, channelId, serviceUrl, authorization]);
  return hash('sha256', all, 'base64');
}

function forgetOldest(proofs: Map<string, Proof>): void {
  const [oldest] = proofs.keys();
  if (proofs.size > RECEIVER_LIMITS.proven && oldest !== undefined) proofs.delete(oldest);
}
