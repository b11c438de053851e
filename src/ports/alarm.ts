/** Calls back later. The only way to wait outside tests and the composition root. */
export interface Alarm {
  /** @returns cancels it; afterwards that does nothing */
  after(ms: number, ring: () => void): () => void;
}
