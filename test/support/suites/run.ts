import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Group, groups } from './groups.ts';
import { Lines } from './lines.ts';
import { type Count, countOf, isFailureLine, plainLine, sum } from './plain-line.ts';

// `npm test`: every suite, in as many processes of mocha at once as most machines of a CI have cores.

const LANES = 2;
const MOCHA = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
/** From the second process on nothing has to be stripped of its types and compiled again. */
const CACHE = join(tmpdir(), 'node-compile-cache');

interface Result {
  readonly group: Group;
  /** Null: it ended before it could say so. */
  readonly count: Count | null;
  readonly code: number | null;
  /** A line for each test that failed. */
  readonly failures: readonly string[];
}

/** Runs a group; its own plain line is left out, as only the last one counts. */
async function runGroup(group: Group, print: (line: string) => void): Promise<Result> {
  const mocha = spawn(process.execPath, [MOCHA, ...group.files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { NODE_COMPILE_CACHE: CACHE, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...process.env },
  });
  const ended = new Promise<number | null>((resolve) => mocha.once('close', resolve));
  let count: Count | null = null;
  const failures: string[] = [];
  for await (const line of createInterface({ input: mocha.stdout })) {
    const counted = countOf(line);
    if (isFailureLine(line)) failures.push(line);
    else if (counted === null) print(line);
    else count = counted;
  }
  return { group, count, code: await ended, failures };
}

const waiting = groups().entries();
const lines = new Lines((line) => process.stdout.write(`${line}\n`));
const results: Result[] = [];

async function lane(): Promise<void> {
  for (const [place, group] of waiting) {
    const begun = performance.now();
    lines.add(place, `\n— ${group.name} —`);
    results.push(await runGroup(group, (line) => lines.add(place, line)));
    lines.add(place, `— ${group.name}: ${Math.round((performance.now() - begun) / 1000)} s —`);
    lines.end(place);
  }
}

await Promise.all(Array.from({ length: LANES }, lane));
for (const { group, count, code, failures } of results) {
  if (code === 0 && count !== null) continue;
  process.exitCode = 1;
  for (const line of failures) process.stdout.write(`${line}\n`);
  process.stdout.write(
    count === null ? `${group.name}: ended early with ${code}\n` : `${group.name}: failed\n`,
  );
}
process.stdout.write(`${plainLine(sum(results.flatMap(({ count }) => count ?? [])))}\n`);
