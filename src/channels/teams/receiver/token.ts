import { z } from 'zod';
import { RECEIVER_LIMITS } from './limits.ts';

const BEARER = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/;

const claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  serviceurl: z.string().optional(),
});

/** What a token says. Nothing of it is proven before its signature is. */
export type Claims = z.output<typeof claims>;

/** What a token must say. */
export interface Expected {
  readonly issuer: string;
  readonly audience: string;
}

/** Reads the claims of an `Authorization` header; null if it holds no token of the channel's shape. */
export function claimsOf(authorization: string): Claims | null {
  const payload = BEARER.exec(authorization)?.[2];
  if (payload === undefined) return null;
  try {
    return claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/**
 * Why a token would be refused whatever its signature; null if nothing speaks against it. Done before botbuilder sees
 * it: by the issuer alone botbuilder takes other ways (emulator, skills), remembers issuers that unproven tokens name,
 * and takes a token without an end for one that never ends.
 */
export function faultOf(token: Claims, expected: Expected, now: Temporal.Instant): string | null {
  if (token.iss !== expected.issuer) return 'the token is from another issuer';
  if (token.aud !== expected.audience) return 'the token is for another app';
  const expiredFor = now.epochMilliseconds / 1000 - token.exp;
  return expiredFor > RECEIVER_LIMITS.clockSeconds ? 'the token has expired' : null;
}
