import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Closes texts so that only who has the secret reads them. */
export interface Seal {
  /** @param place where it is kept: a text that was moved elsewhere cannot be opened there */
  close(text: string, place: string): string;
  /** Null if it was closed with another secret, was moved, or is damaged. `isOld`: it was closed with an earlier one. */
  open(sealed: string, place: string): { readonly text: string; readonly isOld: boolean } | null;
}

/** Keys of different purposes tell nothing of each other. */
export function keyFrom(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `driftvakt/${purpose}`, 32));
}

const CIPHER = 'aes-256-gcm';
/** Bytes of the number that is used once, and of the tag that proves a text whole. */
const NONCE = 12;
const TAG = 16;
const VERSION = 'v1.';

/**
 * AES-256-GCM with a key from a secret (HKDF, SHA-256). With random nonces one key is good for some 2³² texts.
 * @param secrets the present one first; with earlier ones texts are opened only
 */
export function sealOf(secrets: readonly [string, ...string[]], purpose: string): Seal {
  const keys = secrets.map((secret) => keyFrom(secret, purpose));
  const [present] = keys as [Buffer, ...Buffer[]];
  return {
    close(text, place) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, present, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, place) {
      for (const key of keys) {
        const text = opened(key, sealed, place);
        if (text !== null) return { text, isOld: key !== present };
      }
      return null;
    },
  };
}

function opened(key: Buffer, sealed: string, place: string): string | null {
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
  if (!sealed.startsWith(VERSION) || bytes.length < NONCE + TAG) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    // Which of these it is the tag does not tell: another key, another place, or damage.
    return null;
  }
}
