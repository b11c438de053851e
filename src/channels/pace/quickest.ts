import { PACE_LIMITS } from './limits.ts';

/** By how much answers are late, against the quickest of late. All times in ms. */
export class Quickest {
  #quickest = Number.POSITIVE_INFINITY;

  /** @returns by how much what took so long may have arrived later than the quickest; 0 or less: it did not */
  late(took: number): number {
    // It gets longer again by itself, should the way have become longer.
    this.#quickest = Math.min(took, this.#quickest * 1.01);
    return Math.floor(took - this.#quickest - PACE_LIMITS.lateMs);
  }
}
