import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findProgram } from './parts.ts';

/** Another program may take a port between finding it free and starting the server on it. */
const MOST_STARTS = 5;

/** Whether there is a `redis-server`; suites that need one are pending without. */
export function hasRedis(): boolean {
  return findProgram('redis-server') !== null;
}

/** A real `redis-server` with a folder and a port of its own, which writes its log to the disk as in production (AOF). */
export class RedisServer {
  readonly port: number;
  readonly #folder: string;
  readonly #more: readonly string[];
  #child: ChildProcess | null = null;

  private constructor(port: number, more: readonly string[]) {
    this.port = port;
    this.#more = more;
    this.#folder = mkdtempSync(join(tmpdir(), 'driftvakt-redis-'));
  }

  /** @param more further arguments of the server, such as `--maxmemory 50mb` */
  static async start(more: readonly string[] = []): Promise<RedisServer> {
    for (let tries = 1; ; tries++) {
      const server = new RedisServer(await freePort(), more);
      try {
        await server.#run();
        return server;
      } catch (cause) {
        await server.stop();
        if (tries === MOST_STARTS) throw cause;
      }
    }
  }

  /** As it is written in DRIFTVAKT_STORE. */
  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Ends it as a power failure would; its folder stays. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Starts it again on what it had written. @param more further arguments, this time */
  async restart(more: readonly string[] = []): Promise<void> {
    await this.kill();
    await this.#run(more);
  }

  /** Stands still, as one that is overloaded or cut off, until `resume`. */
  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Ends it and removes its folder. */
  async stop(): Promise<void> {
    await this.#end('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(once: readonly string[] = []): Promise<void> {
    const settings = [
      ...['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.#folder, '--save', ''],
      ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
    ];
    const program = findProgram('redis-server') ?? 'redis-server';
    const child = spawn(program, [...settings, ...this.#more, ...once], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    process.once('exit', endWith(child));
    const lines = createInterface({ input: child.stdout });
    const told: string[] = [];
    for await (const line of lines) {
      told.push(line);
      if (line.includes('Ready to accept connections')) {
        child.stdout.resume();
        return;
      }
    }
    throw new Error(`redis-server did not start:\n${told.slice(-10).join('\n')}`);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null) return;
    process.removeListener('exit', endWith(child));
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill(signal);
    await exited;
  }
}

const ends = new WeakMap<ChildProcess, () => void>();

/** What ends a server together with the process of the tests; the same for the same server. */
function endWith(child: ChildProcess): () => void {
  const known = ends.get(child) ?? (() => void child.kill('SIGKILL'));
  ends.set(child, known);
  return known;
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
