import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownChild } from './own-child.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Several services run side by side in the tests: each has a store of its own, and forgets it. */
const CLEAN = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LOG_LEVEL: 'info',
  DRIFTVAKT_STORE: ':memory:',
};

/** What a command left behind. */
export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the `driftvakt` command as a process of its own, with nothing of this environment but the PATH. */
export function driftvakt(
  words: readonly string[],
  environment: Record<string, string> = {},
  input = '',
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    cwd: ROOT,
    env: { ...CLEAN, ...environment },
    encoding: 'utf8',
    input,
  });
  return { code: status, out: stdout, err: stderr };
}

/** The real service, started as a user starts it, on a port of its own. */
export class ServiceProcess {
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #log: string[];

  private constructor(child: ChildProcess, address: string, log: string[]) {
    this.#child = child;
    this.address = address;
    this.#log = log;
  }

  static async start(environment: Record<string, string> = {}): Promise<ServiceProcess> {
    const child = ownChild(
      spawn(process.execPath, [MAIN, 'serve'], {
        cwd: ROOT,
        env: { ...CLEAN, PORT: '0', ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    const log: string[] = [];
    child.stderr.on('data', (data: Buffer) => log.push(String(data)));
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (data: Buffer) => {
        log.push(String(data));
        const match = / at (http:\S+)/.exec(log.join(''));
        if (match?.[1] !== undefined) resolve(match[1]);
      });
      child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${log.join('')}`)));
    });
    return new ServiceProcess(child, address, log);
  }

  /** Starts one and ends it after so many ms, wherever it is by then: opening its file, settling what was left. */
  static async killedWhileStarting(environment: Record<string, string>, ms: number): Promise<void> {
    const child = ownChild(
      spawn(process.execPath, [MAIN, 'serve'], {
        cwd: ROOT,
        env: { ...CLEAN, PORT: '0', ...environment },
        stdio: 'ignore',
      }),
    );
    const exited = once(child, 'exit');
    await pause(ms);
    child.kill('SIGKILL');
    await exited;
  }

  /** Whether it has ended, however it did. */
  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Everything that it printed so far. */
  get printed(): string {
    return this.#log.join('');
  }

  /** Ends it in the middle of whatever it does, as a crash would. */
  async kill(): Promise<void> {
    if (this.hasEnded) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  /** Asks it to end, and waits until it has. */
  async stop(): Promise<number | null> {
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const [code] = await exited;
    return code as number | null;
  }
}
