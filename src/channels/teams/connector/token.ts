import type { Clock } from '../../../ports/clock.ts';
import { TOKEN_LIMITS } from './limits.ts';

/** A token (null: none is asked for), or why there is none: `retry` may pass by itself, for `failed` an operator must do what the reason says. */
export type TokenOutcome =
  | { readonly outcome: 'token'; readonly token: string | null }
  | { readonly outcome: 'retry'; readonly reason: string; readonly afterMs: number }
  | { readonly outcome: 'failed'; readonly reason: string };

/** Where the tokens for one service come from. */
export interface TokenSource {
  /** One that still holds for a while. Never rejects. */
  token(): Promise<TokenOutcome>;
  /** Throws the present one away: the service refused it. */
  renew(): void;
}

/** What the login service gave: a token and how long it lives, in ms. */
export type Granted =
  | { readonly outcome: 'granted'; readonly token: string; readonly livesMs: number }
  | Exclude<TokenOutcome, { outcome: 'token' }>;

/** For Microsoft's local client, whose connector asks for no token. */
export const noTokens: TokenSource = {
  token: async () => ({ outcome: 'token', token: null }),
  renew() {
    // There is nothing to throw away.
  },
};

interface Kept {
  readonly token: string;
  /** In ms since 1970, by the clock. */
  readonly until: number;
}

/**
 * Keeps one token until it is about to end. Whoever asks meanwhile waits for the same request. While no new one is to be
 * had the old one is used to its end.
 * @param ask asks the login service for a new one; never rejects
 */
export function tokenSource(ask: () => Promise<Granted>, clock: Clock): TokenSource {
  let kept: Kept | null = null;
  let refusal: { readonly outcome: TokenOutcome; readonly until: number } | null = null;
  let underWay: Promise<TokenOutcome> | null = null;
  const holdsFor = (until: number) => until - clock.now().epochMilliseconds;

  async function fetchOne(): Promise<TokenOutcome> {
    const granted = await ask();
    const now = clock.now().epochMilliseconds;
    if (granted.outcome === 'granted') {
      kept = { token: granted.token, until: now + granted.livesMs };
      return { outcome: 'token', token: granted.token };
    }
    if (granted.outcome === 'failed') refusal = { outcome: granted, until: now + TOKEN_LIMITS.refusedMs };
    return kept !== null && holdsFor(kept.until) > TOKEN_LIMITS.lastMs ? given(kept) : granted;
  }

  return {
    async token() {
      if (kept !== null && holdsFor(kept.until) > TOKEN_LIMITS.spareMs) return given(kept);
      if (refusal !== null && kept === null && holdsFor(refusal.until) > 0) return refusal.outcome;
      underWay ??= fetchOne().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    renew() {
      kept = null;
    },
  };
}

function given({ token }: Kept): TokenOutcome {
  return { outcome: 'token', token };
}
