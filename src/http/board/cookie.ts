import type { IncomingMessage } from 'node:http';
import { BOARD_ACCESS } from '../../domain/people/board-access.ts';
import type { LinkKeys } from '../link-key.ts';

const TOKEN = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{22})$/;

/**
 * The cookie of a session: a token of which the store keeps only the hash, signed, so that what was made up is refused
 * before anything is looked up. It goes to the board of its organisation and nowhere else; scripts cannot read it, and other
 * sites cannot make a browser send it.
 */
export class BoardCookie {
  readonly #keys: LinkKeys;
  readonly #isSecure: boolean;

  /** @param isSecure whether the service is reached over https */
  constructor(keys: LinkKeys, isSecure: boolean) {
    this.#keys = keys;
    this.#isSecure = isSecure;
  }

  /** The value of `Set-Cookie`. @param token 32 bytes as base64url */
  set(organisation: string, token: string): string {
    const value = `${token}.${this.#keys.keyFor(purpose(token), organisation)}`;
    return this.#header(organisation, value, BOARD_ACCESS.sessionMs / 1000);
  }

  clear(organisation: string): string {
    return this.#header(organisation, '', 0);
  }

  /** The token that a request brings; null: none that was made here for this organisation. */
  read(organisation: string, { headers }: Pick<IncomingMessage, 'headers'>): string | null {
    const name = nameOf(organisation);
    for (const part of (headers.cookie ?? '').split(';')) {
      const [key, ...rest] = part.trim().split('=');
      const [, token, signature] = key === name ? (TOKEN.exec(rest.join('=')) ?? []) : [];
      if (token !== undefined && this.#keys.opens(purpose(token), organisation, signature ?? null))
        return token;
    }
    return null;
  }

  #header(organisation: string, value: string, seconds: number): string {
    const where = `Path=/board/${organisation}; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
    return `${nameOf(organisation)}=${value}; ${where}${this.#isSecure ? '; Secure' : ''}`;
  }
}

function nameOf(organisation: string): string {
  return `driftvakt-board-${organisation}`;
}

function purpose(token: string): string {
  return `board-session/${token}`;
}
