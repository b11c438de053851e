/** Somebody as a directory lists them: its own words, to be cleaned and checked before they are kept or shown. */
export interface Listed {
  readonly name: string;
  readonly email: string | null;
  /** As they were typed there, the most personal number first. */
  readonly phones: readonly string[];
}

/** Who somebody's manager is. `failed`: not to be known now; the reason is for operators and holds no personal data. */
export type Managed =
  | { readonly outcome: 'found'; readonly manager: Listed }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'failed'; readonly reason: string };

/** An organisation's directory of its people. */
export interface Directory {
  /**
   * Somebody's nearest manager. Never rejects.
   * @param user by the directory's own id, such as a GUID of Microsoft Entra; `none` for what is no such id
   */
  managerOf(user: string): Promise<Managed>;
}
