import type { Clock } from '../ports/clock.ts';

/** What a command touches of the world. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The lines of the input, as they come. */
  readonly lines: () => AsyncIterable<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/** Bad input to a command: told as one clear line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
