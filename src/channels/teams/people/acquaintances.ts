/** When to look again at somebody. */
export interface Acquaintance {
  /** In ms since 1970, by the clock. */
  readonly until: number;
  /** Whether all that could be asked was answered. If not, what is kept counts as old however young it is. */
  readonly isWhole: boolean;
}

/** Remembers whom there is no need to look up yet, up to a number of people: of those known longest nothing is left. */
export interface Acquaintances {
  of(person: string): Acquaintance | undefined;
  remember(person: string, acquaintance: Acquaintance): void;
  forget(person: string): void;
}

export function acquaintances(most: number): Acquaintances {
  const all = new Map<string, Acquaintance>();
  return {
    of: (person) => all.get(person),
    remember(person, acquaintance) {
      all.delete(person);
      all.set(person, acquaintance);
      const [oldest] = all.keys();
      if (all.size > most && oldest !== undefined) all.delete(oldest);
    },
    forget(person) {
      all.delete(person);
    },
  };
}
