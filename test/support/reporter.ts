import { relative } from 'node:path';
import Mocha from 'mocha';
import { failureLine, plainLine } from './suites/plain-line.ts';

/** After so long a process that is done must have ended by itself. */
const LEFT_OPEN_AFTER_MS = 20_000;
/** So many files are named, of those that took at least so long. */
const SLOWEST = { files: 15, fromMs: 1000 };

/** The usual report, the files that took longest, what failed in a line each, then the plain line that counts: `N passed, N failed, N skipped`. */
export default class PlainLineReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const took = timeByFile(runner);
    const failures: string[] = [];
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test, cause) => {
      failures.push(failureLine(test.fullTitle(), cause.message));
    });
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes = 0, failures: failed = 0, pending = 0 } = runner.stats ?? {};
      process.stdout.write(slowest(took));
      process.stdout.write(failures.map((line) => `${line}\n`).join(''));
      process.stdout.write(`${plainLine({ passed: passes, failed, skipped: pending })}\n`);
      // Only a process that something keeps alive gets so far. It would stand for ever, in CI until somebody looks.
      setTimeout(leftOpen, LEFT_OPEN_AFTER_MS).unref();
    });
  }
}

/** Milliseconds of each file with its hooks, which the times of the single tests leave out. */
function timeByFile(runner: Mocha.Runner): ReadonlyMap<string, number> {
  const took = new Map<string, number>();
  let begun = 0;
  runner.on(Mocha.Runner.constants.EVENT_SUITE_BEGIN, (suite) => {
    if (suite.parent?.root) begun = performance.now();
  });
  runner.on(Mocha.Runner.constants.EVENT_SUITE_END, (suite) => {
    if (!suite.parent?.root || suite.file === undefined) return;
    took.set(suite.file, (took.get(suite.file) ?? 0) + performance.now() - begun);
  });
  return took;
}

function slowest(took: ReadonlyMap<string, number>): string {
  const files = [...took].filter(([, ms]) => ms >= SLOWEST.fromMs).sort(([, one], [, other]) => other - one);
  if (files.length === 0) return '';
  const lines = files
    .slice(0, SLOWEST.files)
    .map(([file, ms]) => `  ${(ms / 1000).toFixed(1).padStart(6)} s  ${relative('.', file)}\n`);
  return `The slowest files:\n${lines.join('')}`;
}

function leftOpen(): void {
  process.stderr.write(`a test left open: ${process.getActiveResourcesInfo().join(', ')}\n`);
  // mocha sets the code at the end by the tests alone.
  process.once('exit', () => {
    process.exitCode = 1;
  });
  process.exit();
}
