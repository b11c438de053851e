import { setTimeout as pause } from 'node:timers/promises';
import { isSettled, type Ledger } from '../../domain/notices/ledger.ts';
import type { Terminal } from '../terminal.ts';
import { type ApiAccess, ask } from './client.ts';

/** What the service tells while a notice goes out. */
export type Counts = Omit<Ledger, 'notice' | 'revision' | 'at'>;

const EVERY_MS = 500;
const WIDTH = 30;

/**
 * Shows how a notice goes out until nothing waits any more, as a bar that is drawn anew, on standard error; whoever ends
 * it early (Ctrl-C) ends the showing, not the sending.
 * @param seconds shown at most for so long
 */
export async function follow(
  terminal: Terminal,
  access: ApiAccess,
  notice: string,
  seconds: number,
): Promise<Counts> {
  let counts = await countsOf(access, notice);
  for (let waited = 0; !isSettled(counts) && waited < seconds * 1000; waited += EVERY_MS) {
    terminal.err(`\r${bar(counts)}`);
    await pause(EVERY_MS);
    counts = await countsOf(access, notice);
  }
  terminal.err(`\r${bar(counts)}\n`);
  return counts;
}

/** One line: how many of all are done, and what became of them. */
export function bar({ intended, sent, failed, skipped, waiting, ambiguous }: Counts): string {
  const done = intended - waiting;
  const full = intended === 0 ? WIDTH : Math.floor((done / intended) * WIDTH);
  const odd = Object.entries({ failed, ambiguous, skipped })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `, ${count} ${what}`);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done}/${intended}: ${sent} sent${odd.join('')}`;
}

async function countsOf(access: ApiAccess, notice: string): Promise<Counts> {
  return (await ask(access, `/${notice}/ledger`)) as unknown as Counts;
}
