import Mocha from 'mocha';

/** After so long a process that is done must have ended by itself. */
const LEFT_OPEN_AFTER_MS = 20_000;

/** The usual report, then the plain line that counts: `N passed, N failed, N skipped`. */
export default class PlainLineReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      process.stdout.write(`${passes} passed, ${failures} failed, ${pending} skipped\n`);
      // Only a process that something keeps alive gets so far. It would stand for ever, in CI until somebody looks.
      setTimeout(leftOpen, LEFT_OPEN_AFTER_MS).unref();
    });
  }
}

function leftOpen(): void {
  process.stderr.write(`a test left open: ${process.getActiveResourcesInfo().join(', ')}\n`);
  // mocha sets the code at the end by the tests alone.
  process.once('exit', () => {
    process.exitCode = 1;
  });
  process.exit();
}
