/** Why a line was not understood. The catalogues say each in words, as `part-fault.<why>`. */
export type PartFaultCode =
  | 'date-missing'
  | 'time-missing'
  | 'what-missing'
  | 'two-dates'
  | 'two-times'
  | 'several-days'
  | 'no-such-day'
  | 'no-such-time'
  | 'wrong-weekday'
  | 'day-gone'
  | 'unclear-day'
  | 'unclear-what'
  | 'not-understood'
  | 'rule-wrong'
  | 'rule-unclear'
  | 'rule-never'
  | 'line-too-long';

/** A line that cannot be used, with what of it and why. */
export interface LineFault {
  /** 1 for the first. */
  readonly line: number;
  readonly text: string;
  readonly why: PartFaultCode;
  /** The words that are to blame, or what could be meant; may be empty. */
  readonly what: string;
}

/** Thrown within the parser alone, and caught at its entrance. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
  readonly why: PartFaultCode;
  readonly what: string;

  constructor(why: PartFaultCode, what = '') {
    super(why);
    this.why = why;
    this.what = what;
  }
}
