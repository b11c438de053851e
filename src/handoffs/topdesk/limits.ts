/** What TOPdesk takes; every limit is stated in docs/hand-off.md. */
export const TOPDESK_LIMITS = {
  /** Characters of `briefDescription`. */
  brief: 80,
  /** Characters of `externalNumber`. */
  externalNumber: 60,
  /** Incidents that are asked for by their external number: more than one would be a mistake of somebody's. */
  found: 10,
} as const;
