import { PicturesError } from '../../ports/pictures/error.ts';
import { PICTURE_LIMITS } from '../../ports/pictures/limits.ts';

/** What is known of a kept picture without looking at it. */
interface Place {
  readonly size: number;
  /** When it was last kept, in ms since 1970 UTC. */
  readonly at: number;
}

/** What is kept, how old it is, and how much room it takes. */
export class Shelf {
  readonly #places = new Map<string, Place>();
  readonly #maxBytes: number;
  readonly #name: string;
  #taken = 0;

  /** @param name how an error calls it */
  constructor(name: string, maxBytes: number) {
    this.#name = name;
    this.#maxBytes = maxBytes;
  }

  /** @throws PicturesError `full` if there is no room for a picture that is not there yet */
  checkRoom(id: string, size: number): void {
    const more = room(size) - (this.#places.has(id) ? room(this.#places.get(id)?.size ?? 0) : 0);
    if (this.#taken + more <= this.#maxBytes) return;
    throw new PicturesError(
      'full',
      `${this.#name} has reached its limit of ${this.#maxBytes} bytes. New pictures are not kept until old ones go`,
    );
  }

  put(id: string, size: number, at: number): void {
    const before = this.#places.get(id);
    this.take(id);
    this.#places.set(id, { size, at: Math.max(at, before?.at ?? at) });
    this.#taken += room(size);
  }

  take(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#places.delete(id);
    this.#taken -= room(place.size);
  }

  /** When a picture was last kept; null if it is not known here. */
  keptAt(id: string): number | null {
    return this.#places.get(id)?.at ?? null;
  }

  /** The oldest that were last kept before an instant. */
  before(instant: number, limit: number): readonly string[] {
    return [...this.#places]
      .filter(([, { at }]) => at < instant)
      .sort(([, one], [, other]) => one.at - other.at)
      .slice(0, limit)
      .map(([id]) => id);
  }
}

function room(size: number): number {
  return Math.max(size, PICTURE_LIMITS.leastBytes);
}
