import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..');
/** The service as a user starts it. */
export const SERVICE = serviceIn(ROOT);
const ASK_EVERY_MS = 5;
const LONGEST_START_MS = 30_000;
const LONGEST_STOP_MS = 5000;

/** A process that answers HTTP on a port of its own. */
export interface Serving {
  readonly port: number;
  /** Milliseconds from starting it until it was ready. */
  readonly startMs: number;
  /** Processor time of all its threads since it was started, in ms; NaN where the system has no /proc. */
  cpuMs(): number;
  signal(signal: NodeJS.Signals): void;
  /** What it holds in memory now, in MB; NaN where the system has no /proc. */
  memoryMb(): number;
  stop(): Promise<void>;
}

/** The service of a checkout. */
export function serviceIn(folder: string): string[] {
  return [join(resolve(folder), 'src', 'main.ts'), 'serve'];
}

/** Starts a process, and waits until it answers that it is ready. */
export async function serving(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{ NODE_ENV: 'development', HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error' },
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  while (!(await isReady(port))) {
    if (child.exitCode !== null || performance.now() - start > LONGEST_START_MS) {
      await stop(child);
      throw new Error(`"${words.join(' ')}" did not get ready: ${said.join('').trim()}`);
    }
    await delay(ASK_EVERY_MS);
  }
  const startMs = performance.now() - start;
  return {
    port,
    startMs,
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    memoryMb: () => memoryMbOf(child.pid ?? 0),
    signal: (signal) => void child.kill(signal),
    stop: () => stop(child),
  };
}

/** The 14th and 15th field of /proc/PID/stat, in ticks of 10 ms: proc_pid_stat(5). */
function cpuMsOf(pid: number): number {
  try {
    const [, fields = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const [user, system] = fields.split(' ').slice(11, 13).map(Number);
    return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 10;
  } catch {
    return Number.NaN;
  }
}

function memoryMbOf(pid: number): number {
  try {
    const [, kib = ''] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib) / 1024;
  } catch {
    return Number.NaN;
  }
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const deadline = new AbortController();
  const forced = delay(LONGEST_STOP_MS, undefined, { signal: deadline.signal }).then(
    () => child.kill('SIGKILL'),
    () => false,
  );
  await exit;
  deadline.abort();
  await forced;
}

/** A port that nobody listens on; another process could take it before the child does, but hardly will. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system named no port');
  return address.port;
}
