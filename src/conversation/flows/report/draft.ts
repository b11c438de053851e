/** An answer that was given in a report's questions. */
export interface Answered {
  readonly question: string;
  /** An id, or the text that was written. */
  readonly value: string;
  /** The question and the answer in words, for the report; null for what is not told on. */
  readonly trail: { readonly question: string; readonly answer: string } | null;
}

/** A report that is being made. Everything else follows from the answers, so that one can be taken back. */
export interface Draft {
  /** The words that it began with; empty if none told anything. */
  readonly text: string;
  /** Understood from those words. */
  readonly service: string | null;
  /** Several people, by those words. */
  readonly many: boolean;
  /** The reporter said that it is critical. */
  readonly stated: boolean;
  /** The reporter said that life or health is in danger: never argued with. */
  readonly danger: boolean;
  readonly answers: readonly Answered[];
  /** The question that waits for an answer. */
  readonly pending: string | null;
  /** The reference of the report, once it is kept. */
  readonly report: string | null;
}
