import type { Sending } from '../ports/sender.ts';
import type { Delivery } from '../ports/store/outbox.ts';

/** So many outcomes are remembered: at least the last seconds of a busy process. */
const MOST = 2000;

/**
 * What became of what this process sent lately. A store that was away may not have taken it, or may have forgotten what it took; then
 * nobody has to guess, and nothing is sent twice.
 */
export class Outcomes {
  readonly #newest = new Map<string, { readonly attempt: number; readonly sending: Sending }>();

  keep({ id, attempt }: Delivery, sending: Sending): void {
    this.#newest.delete(id);
    this.#newest.set(id, { attempt, sending });
    for (const oldest of this.#newest.keys()) {
      if (this.#newest.size <= MOST) break;
      this.#newest.delete(oldest);
    }
  }

  /** Of this very try; null: this process knows nothing of it. */
  of({ id, attempt }: Delivery): Sending | null {
    const known = this.#newest.get(id);
    return known?.attempt === attempt ? known.sending : null;
  }
}
