import { enableCompileCache } from 'node:module';
import { createInterface } from 'node:readline';

// Before anything else is loaded: from the second start on nothing has to be stripped of its types and compiled again.
enableCompileCache();

const { run } = await import('./cli/program.ts');
const { systemClock } = await import('./runtime/clock.ts');

process.exitCode = await run(
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    environment: process.env,
    clock: systemClock,
  },
  process.argv.slice(2),
);
