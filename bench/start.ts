import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { alternating, type Figures } from './benchmark.ts';

const ROOT = join(import.meta.dirname, '..');
const OURS = [join(ROOT, 'src', 'main.ts'), 'serve'];
const BARE = [join(import.meta.dirname, 'baseline', 'restify.ts')];
const ROUNDS = 5;
const ASK_EVERY_MS = 5;
const LONGEST_START_MS = 30_000;
const LONGEST_STOP_MS = 5000;

/** Milliseconds from starting the process until it answers that it is ready, against a bare restify server. */
export async function benchmark(): Promise<Figures> {
  const measured = await alternating(
    ROUNDS,
    () => startTime(OURS),
    () => startTime(BARE),
  );
  return { ...measured, unit: 'ms', better: 'lower', rounds: ROUNDS };
}

async function startTime(words: readonly string[]): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null || performance.now() - start > LONGEST_START_MS)
        throw new Error(`"${words.join(' ')}" did not get ready: ${said.join('').trim()}`);
      await delay(ASK_EVERY_MS);
    }
    return performance.now() - start;
  } finally {
    await stop(child);
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
