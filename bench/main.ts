import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from './benchmark.ts';
import type { StoreKind } from './store.ts';

/** Each benchmark is one file that exports `benchmark`; it is loaded only when asked for. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ readonly benchmark: Benchmark }>>> = {
  who: () => import('./who.ts'),
  start: () => import('./start.ts'),
  directory: () => import('./directory.ts'),
  'who-is': () => import('./directory.ts'),
  status: () => import('./status.ts'),
  timers: () => import('./timers.ts'),
  broadcast: () => import('./broadcast/broadcast.ts'),
  processes: () => import('./processes.ts'),
  turns: () => import('./turns.ts'),
  'turns --channel teams': () => import('./teams/turns.ts'),
  'turns --channel slack': () => import('./slack/turns.ts'),
};
const BAD_INPUT = 2;
const STORE = '--store';
/** Those that keep something, and can do so in either store. */
const WITH_STORE = [
  'start',
  'timers',
  'broadcast',
  'turns',
  'turns --channel teams',
  'turns --channel slack',
];
const AGAINST = '--against';
/** Those that can be held against another checkout. */
const COMPARABLE: readonly string[] = ['turns --channel teams', 'turns --channel slack'];

async function main(words: readonly string[]): Promise<number> {
  const kind = storeKind(words);
  const against = words.includes(AGAINST) ? (words[words.indexOf(AGAINST) + 1] ?? '') : null;
  const name = nameIn(words);
  const load = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
  if (load === undefined) {
    const asked = words.length === 0 ? 'no benchmark named' : `unknown benchmark "${name}"`;
    process.stderr.write(`${asked}; choose one of: ${Object.keys(BENCHMARKS).join(', ')}\n`);
    return BAD_INPUT;
  }
  if (kind === null || (kind !== 'sqlite' && !WITH_STORE.includes(name))) {
    process.stderr.write(`${STORE} takes sqlite or redis, and redis only with ${WITH_STORE.join(', ')}\n`);
    return BAD_INPUT;
  }
  if (against !== null && (!COMPARABLE.includes(name) || !existsSync(join(against, 'src', 'main.ts')))) {
    process.stderr.write(`${AGAINST} takes the folder of another checkout, with: ${COMPARABLE.join(', ')}\n`);
    return BAD_INPUT;
  }
  const { benchmark } = await load();
  const { figure, baseline, ...about } = await benchmark(kind, against);
  const ratio = round(figure / baseline);
  const line = {
    name,
    ...(WITH_STORE.includes(name) && { store: kind }),
    figure: round(figure),
    baseline: round(baseline),
    ratio,
    ...Object.fromEntries(Object.entries(about).map(([detail, value]) => [detail, rounded(value)])),
    node: process.version,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  return 0;
}

/** What is left when the options are taken away. */
function nameIn(words: readonly string[]): string {
  const isOption = (word: string | undefined) => word === STORE || word === AGAINST;
  return words.filter((word, i) => !isOption(word) && !isOption(words[i - 1])).join(' ');
}

/** Which store is asked for; null: none that there is. */
function storeKind(words: readonly string[]): StoreKind | null {
  if (!words.includes(STORE)) return 'sqlite';
  const named = words[words.indexOf(STORE) + 1];
  return named === 'sqlite' || named === 'redis' ? named : null;
}

function rounded(value: number | string): number | string {
  return typeof value === 'string' || Number.isInteger(value) ? value : round(value);
}

/** Four digits that mean something. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}

process.exitCode = await main(process.argv.slice(2));
