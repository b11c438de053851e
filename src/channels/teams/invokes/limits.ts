/** What dialogs and message extensions take and give. */
export const INVOKE_LIMITS = {
  /** Results of a search; Teams shows as many without asking for more. */
  results: 10,
  /** Services of one search, each with two answers, so that the general ones have room too. */
  services: 4,
  /** Characters of a search: the beginning of a longer one is looked at. */
  query: 200,
  /** Characters of a link to a message. Those of Teams have a few hundred. */
  link: 1000,
  /** Characters of a message that are shown before it is reported; all of it is reported. */
  quote: 600,
  /** Characters of a dialog's title. */
  title: 64,
  /** How long a report of a message may take to begin, in ms: Teams shows an error after 5 s. */
  beginMs: 3500,
} as const;
