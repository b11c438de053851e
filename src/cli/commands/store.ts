import { Command } from 'commander';
import { withSentinels } from '../../composition/store.ts';
import { readEnvironment } from '../../config/environment.ts';
import { StoreError } from '../../ports/store/error.ts';
import type { Progress, Sums } from '../../storage/copy/copy.ts';
import type { CopyTarget } from '../../storage/copy/entries.ts';
import { isRedisAddress, readRedisAddress } from '../../storage/redis/address.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

/** `driftvakt store`: what is done with whole stores. */
export function storeCommand(terminal: Terminal): Command {
  const store = new Command('store').description('what is done with whole stores');
  store
    .command('copy')
    .description(
      'copy everything from one store into an empty one, a file or Redis, while no service runs; interrupted, it is begun again the same way',
    )
    .requiredOption('--from <store>', 'the store that is there, written as in DRIFTVAKT_STORE')
    .requiredOption('--to <store>', 'the empty store, written as in DRIFTVAKT_STORE')
    .option('--json', 'print JSON and nothing else')
    .action((options: CopyOptions) => copy(terminal, options));
  return store;
}

async function copy(terminal: Terminal, { from, to, json }: CopyOptions): Promise<void> {
  const { copyStore } = await import('../../storage/copy/copy.ts');
  const opened: CopyTarget[] = [];
  try {
    for (const [option, text] of Object.entries({ '--from': from, '--to': to }))
      opened.push(await open(terminal, option, text));
    const [source, target] = opened;
    if (source === undefined || target === undefined) return;
    const sums = await copyStore(source, target, progressBar());
    terminal.out(json ? `${JSON.stringify({ from: source.name, to: target.name, sums })}\n` : printed(sums));
  } catch (cause) {
    throw cause instanceof StoreError ? new UsageError(cause.message) : cause;
  } finally {
    for (const each of opened) await each.close();
  }
}

async function open({ environment }: Terminal, option: string, text: string): Promise<CopyTarget> {
  if (text === '' || text === ':memory:')
    throw new UsageError(`${option} names no store; name a file, or Redis`);
  if (isRedisAddress(text)) {
    const address = readRedisAddress(text);
    if (typeof address === 'string') throw new UsageError(`${option} ${address}`);
    const { RedisCopy } = await import('../../storage/redis/copy.ts');
    return RedisCopy.open(withSentinels(address, readEnvironment(environment)));
  }
  const { existsSync } = await import('node:fs');
  if (option === '--from' && !existsSync(text)) throw new UsageError(`--from: there is no store at ${text}`);
  return new (await import('../../storage/sqlite/copy.ts')).SqliteCopy(text);
}

const WIDTH = 30;

/** Shown where somebody looks on; not in a file. */
function progressBar(): Progress {
  if (!process.stderr.isTTY) return () => undefined;
  let shown = -1;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    const percent = Math.floor(share * 100);
    if (percent === shown) return;
    shown = percent;
    const filled = Math.round(share * WIDTH);
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}]`;
    process.stderr.write(`\r${bar} ${percent} %${done >= total ? '\n' : ''}`);
  };
}

function printed(sums: Sums): string {
  const lines = Object.entries(sums).map(
    ([sort, { count, checksum }]) => `${`${sort}s`.padEnd(14)} ${String(count).padStart(9)}  ${checksum}`,
  );
  return `${lines.join('\n')}\nThe copy was read again, and is the same.\n`;
}
