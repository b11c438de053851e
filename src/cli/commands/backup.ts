import { Command } from 'commander';
import { readEnvironment } from '../../config/environment.ts';
import { StoreError } from '../../ports/store/error.ts';
import { isRedisAddress } from '../../storage/redis/address.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** `driftvakt backup`: copies the store into one file, also while the service runs. */
export function backupCommand(terminal: Terminal): Command {
  return new Command('backup')
    .description('copy the store (DRIFTVAKT_STORE) into a new file, also while the service runs')
    .requiredOption('--to <file>', 'the new file; an existing one is never overwritten')
    .option('--json', 'print JSON and nothing else')
    .action(async (options: { to: string; json?: boolean }) => {
      const { DRIFTVAKT_STORE: store } = readEnvironment(terminal.environment);
      if (store === ':memory:')
        throw new UsageError(
          'DRIFTVAKT_STORE is ":memory:", which only the service itself can see; name a file',
        );
      if (isRedisAddress(store))
        throw new UsageError(
          'DRIFTVAKT_STORE is on Redis, which is backed up where it runs: by its own files, or the service that keeps it (docs/store.md). `driftvakt store copy` copies it into a file while no service runs',
        );
      if (options.to === '') throw new UsageError('--to is empty; name a new file');
      const bytes = await copy(store, options.to);
      const words = `Copied ${store} to ${options.to} (${bytes} bytes), and found the copy sound.`;
      terminal.out(`${options.json ? JSON.stringify({ store, to: options.to, bytes }) : words}\n`);
    });
}

async function copy(store: string, to: string): Promise<number> {
  const { backupFile } = await import('../../storage/sqlite/backup.ts');
  try {
    return await backupFile(store, to);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    throw new UsageError(cause.message);
  }
}
