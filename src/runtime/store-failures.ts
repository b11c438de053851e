import type { Logger } from 'pino';
import { StoreError } from '../ports/store/error.ts';
import { faultForLog } from './fault.ts';

/** What stays wrong is told again after so long, not each time that it is met. */
const TELL_EVERY_MS = 60_000;

/** Tells in the log that the store cannot be used. */
export class StoreFailures {
  readonly #log: Logger;
  #told: { readonly what: string; readonly at: number } | null = null;

  constructor(log: Logger) {
    this.#log = log;
  }

  tell(cause: unknown, now: number): void {
    const what = cause instanceof StoreError ? cause.code : 'unknown';
    if (this.#told?.what === what && Math.abs(now - this.#told.at) < TELL_EVERY_MS) return;
    this.#told = { what, at: now };
    this.#log.error(faultForLog(cause), 'the store could not be used; trying again');
  }
}
