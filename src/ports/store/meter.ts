/** What is told of a store at work, to be counted: no ids, no words of anybody. */
export interface StoreMeter {
  /**
   * One of its methods ended.
   * @param seconds how long it took
   * @param fault the code of what went wrong; null: nothing
   */
  called(method: string, seconds: number, fault: string | null): void;
  /** An event came in, of a channel or of a process of our own such as `notice`. */
  received(channel: string, outcome: string): void;
  /** A turn or a step was to be committed. */
  committed(channel: string, outcome: string): void;
  /** A timer's event was taken for the first time. @param seconds how late that was */
  rang(seconds: number): void;
  /** A delivery came to a state. */
  settled(channel: string, state: string): void;
}
