import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

// A test that fails half way leaves its children behind: they would run for ever, and hold what they inherited.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A child that does not outlive the tests, however they end. */
export function ownChild<C extends ChildProcess>(child: C): C {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
