import { enableCompileCache } from 'node:module';
import { createInterface } from 'node:readline';

// Before anything else is loaded: from the second start on nothing has to be stripped of its types and compiled again.
enableCompileCache();

const { run } = await import('./cli/program.ts');
const { systemClock } = await import('./runtime/clock.ts');

// Whoever reads has seen enough, as `| head` does.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
  process.exit();
});

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
