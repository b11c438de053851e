import type { Language } from '../organisation/language.ts';

/** Somebody as a directory knows them. Plain data. */
export interface DirectoryEntry {
  readonly name: string;
  readonly email: string | null;
  /** In international form, `+46…`. */
  readonly phone: string | null;
}

/** Who a person is, by the platform's directory. Plain data. */
export interface Identity extends DirectoryEntry {
  /** Their nearest manager; null where the directory does not tell. */
  readonly manager: DirectoryEntry | null;
  /** The language of their client, for platforms that do not tell it with each message. */
  readonly language?: Language | null;
  /** They are a guest, or of another organisation: their address is not of the organisation's own directory. */
  readonly isGuest?: boolean;
}

export const DIRECTORY_LIMITS = {
  /** Characters of a name or an address. */
  text: 200,
} as const;
