import { createHmac, timingSafeEqual } from 'node:crypto';

/** Only outside production, where no secret is set: the links are the same at every start. */
const DEVELOPMENT_SECRET = 'driftvakt-development-only-not-a-secret';
const KEY_LENGTH = 22;

/** From which keys are made: what is set, or outside production what stands in for it. */
export function linkSecret(secret: string | undefined): string {
  return secret ?? DEVELOPMENT_SECRET;
}

/** Makes and checks the keys of pages that only the holders of a link may see. */
export class LinkKeys {
  readonly #secret: string;
  readonly #usable: boolean;

  /** Without a secret, production has no keys: none opens a page. */
  constructor(secret: string | undefined, production: boolean) {
    this.#secret = linkSecret(secret);
    this.#usable = secret !== undefined || !production;
  }

  /** The key of an organisation's page: 22 characters, 132 bits. */
  keyFor(page: string, organisation: string): string {
    return createHmac('sha256', this.#secret)
      .update(`${page}:${organisation}`)
      .digest('base64url')
      .slice(0, KEY_LENGTH);
  }

  /** Whether a key opens the page, in time that does not tell how much of it was right. */
  opens(page: string, organisation: string, key: string | null): boolean {
    if (!this.#usable || key === null || key.length !== KEY_LENGTH) return false;
    const [given, right] = [Buffer.from(key), Buffer.from(this.keyFor(page, organisation))];
    return given.length === right.length && timingSafeEqual(given, right);
  }
}
