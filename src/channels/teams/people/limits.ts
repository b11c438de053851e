/** How people are looked up. Times in ms. */
export const PEOPLE_LIMITS = {
  /** So long it is taken for true who somebody is. */
  freshMs: 7 * 24 * 3_600_000,
  /** What went wrong is tried again after so long at the earliest, for each person. */
  againMs: 3_600_000,
  /** Look-ups at the same time. */
  atOnce: 4,
  /** So long one waits for its turn. Then it is left to the person's next message. */
  waitMs: 60_000,
  /** People of whom it is remembered when to look again; of others the store is asked. */
  remembered: 10_000,
  /** The same complaint stands in the log once in so long. */
  complaintMs: 3_600_000,
  /** Different complaints that are remembered for that. */
  complaints: 100,
  /** Characters of a telephone number as it is typed in a directory. */
  phone: 50,
} as const;

/** Reading Microsoft Graph. Times in ms. */
export const GRAPH_LIMITS = {
  /** From the beginning of a request until its whole answer is there. */
  answerMs: 10_000,
  /** Bytes of an answer's body; a manager takes less than 1 KB. */
  answerBytes: 65_536,
  /** The same of a page of people. */
  pageMs: 30_000,
  pageBytes: 4_194_304,
  /** The longest that Graph may ask us to wait. */
  retryAfterMs: 3_600_000,
  /** The pause after 429 without a time. */
  busyMs: 60_000,
  /** The pause after a refusal that an operator has to mend. */
  refusedMs: 300_000,
  /** A token that Graph refuses is thrown away at most so often: a fault of its own must not become a storm of logins. */
  renewEveryMs: 60_000,
  /** Telephone numbers of one person that are looked at. */
  phones: 10,
} as const;

/** What a test may make smaller. */
export type GraphLimits = Readonly<Record<'answerMs' | 'answerBytes', number>>;
