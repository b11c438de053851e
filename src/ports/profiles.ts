/** Somebody as a platform's own directory lists them: its words, to be cleaned and checked before they are kept. */
export interface Profile {
  /** The platform's own id. */
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly unit: string | null;
  readonly role: string | null;
  /** Numbers of the work place, as they were typed there. */
  readonly phones: readonly string[];
  /** Numbers that may be people's own. */
  readonly privatePhones: readonly string[];
}

export const PROFILE_SOURCES = ['teams', 'slack'] as const;
export type ProfileSourceName = (typeof PROFILE_SOURCES)[number];

/** `failed`: nothing of it may be used; the reason is for operators and holds no personal data. */
export type ProfilesRead =
  | { readonly outcome: 'read'; readonly profiles: readonly Profile[] }
  | { readonly outcome: 'failed'; readonly reason: string };

/** The people of an organisation in a platform's directory. */
export interface ProfileSource {
  readonly name: ProfileSourceName;
  /** All of them, page by page. Never rejects, and tells nothing of a part. */
  read(organisation: string): Promise<ProfilesRead>;
}

export const PROFILE_LIMITS = {
  /** Pages of one directory; the largest organisation fits. */
  pages: 40,
} as const;
