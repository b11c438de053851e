import type { Json } from './store/json.ts';

/** The processes that work on one store know of each other. */
export interface Peers {
  /**
   * Joins them under a name, until `leave`. Once it resolves the others see it.
   * @param returned told when the others took this process for dead, and it has joined again
   */
  join(returned: () => void): Promise<void>;
  /** The names of those that are there now. Who says nothing for 5 s is not there any more. */
  present(): Promise<ReadonlySet<string>>;
  /** Tells all others something. What is said to one that is away for a moment may be lost. */
  tell(about: string, what: Json): Promise<void>;
  /** Hears what others tell about something (letters, digits, hyphens), from now on. Call it before joining. */
  hear(about: string, heard: (what: Json) => void): void;
  leave(): Promise<void>;
}
