import type { Store } from '../../src/ports/store.ts';

/** A store as a process sees it that dies: after so many calls none answers any more, though the last is still done. */
export interface MortalStore {
  readonly store: Store;
  /** Resolves when the process has died. */
  readonly died: Promise<void>;
}

const NEVER = new Promise<never>(() => undefined);

/** @param calls how many calls it lives */
export function mortalStore(store: Store, calls: number): MortalStore {
  const { promise: died, resolve } = Promise.withResolvers<void>();
  let left = calls;
  const answer = (method: (...words: unknown[]) => unknown, words: unknown[]): unknown => {
    if (left <= 0) return NEVER;
    left--;
    const result = method.apply(store, words);
    if (left > 0) return result;
    void Promise.resolve(result).then(
      () => resolve(),
      () => resolve(),
    );
    return NEVER;
  };
  const proxy = new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (...words: unknown[]) => answer(value as never, words) : value;
    },
  });
  return { store: proxy, died };
}
