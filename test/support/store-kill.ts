import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownChild } from './own-child.ts';

const CHILD = fileURLToPath(new URL('store-kill-child.ts', import.meta.url));

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** On a slow machine it is killed more often, so that enough happens between. */
const EVENTS_PER_KILL = 3;

/**
 * Starts the service in small, kills it at a random moment, again and again, then lets it finish.
 * @param signal ends it before that: a test that ran out of time would go on for ever
 */
export async function killAgainAndAgain(
  folder: string,
  kills: number,
  random: () => number,
  signal: AbortSignal,
): Promise<void> {
  for (let i = 0; i < kills || kept(folder, 'acknowledged').length < kills * EVENTS_PER_KILL; i++) {
    signal.throwIfAborted();
    const child = start(folder, 'endless');
    const exited = once(child, 'exit');
    // Most while it works; some while it starts: opens the file, recovers, settles.
    if (random() < 0.15) await pause(random() * 250);
    else await Promise.race([ready(child), exited]).then(() => pause(random() * 80));
    child.kill('SIGKILL');
    const [code, ended] = await exited;
    if (ended !== 'SIGKILL') throw new Error(`ended by itself with ${code} before kill ${i + 1}`);
  }
  const [code] = await once(start(folder, 'finish'), 'exit');
  if (code !== 0) throw new Error(`could not finish: ${code}`);
}

/** The lines of a file that the platform kept. */
export function kept(folder: string, file: 'acknowledged' | 'transcript'): string[] {
  if (!existsSync(join(folder, file))) return [];
  return readFileSync(join(folder, file), 'utf8').trim().split('\n');
}

function start(folder: string, mode: 'endless' | 'finish'): ChildProcess {
  return ownChild(spawn(process.execPath, [CHILD, folder, mode], { stdio: ['ignore', 'pipe', 'inherit'] }));
}

async function ready(child: ChildProcess): Promise<void> {
  if (child.stdout !== null) await once(child.stdout, 'data');
}
