/** Lines of several sources at once, printed source by source: of the first that has not ended at once, of the others later. */
export class Lines {
  readonly #print: (line: string) => void;
  readonly #held = new Map<number, string[]>();
  readonly #ended = new Set<number>();
  #current = 0;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  add(source: number, line: string): void {
    if (source === this.#current) return this.#print(line);
    const held = this.#held.get(source) ?? [];
    held.push(line);
    this.#held.set(source, held);
  }

  /** Nothing more comes from this source. */
  end(source: number): void {
    this.#ended.add(source);
    while (this.#ended.has(this.#current)) {
      this.#current++;
      for (const line of this.#held.get(this.#current) ?? []) this.#print(line);
      this.#held.delete(this.#current);
    }
  }
}
