import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();
let isInstalled = false;

/**
 * Runs something of botbuilder whose words on the console nobody wants: for every forged token it prints several lines,
 * among them the channel's key, past the log. What others print meanwhile is printed.
 */
export function quietly<T>(run: () => Promise<T>): Promise<T> {
  install();
  return quiet.run(true, run);
}

function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  // biome-ignore lint/suspicious/noConsole: it is botbuilder that writes there
  const write = console.error;
  console.error = (...words: unknown[]): void => {
    if (quiet.getStore() === undefined) write.apply(console, words);
  };
}
