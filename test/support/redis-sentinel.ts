import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findProgram } from './parts.ts';
import { freePort, type RedisServer } from './redis-server.ts';

/** A real sentinel that knows one master, by the name `mymaster`. */
export class RedisSentinel {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(port: number, child: ChildProcess, folder: string) {
    this.port = port;
    this.#child = child;
    this.#folder = folder;
  }

  /** @param more further lines of its configuration, such as `sentinel down-after-milliseconds mymaster 500` */
  static async start(master: RedisServer, more: readonly string[] = []): Promise<RedisSentinel> {
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-sentinel-'));
    const [file, port] = [join(folder, 'sentinel.conf'), await freePort()];
    writeFileSync(
      file,
      [
        `port ${port}`,
        'bind 127.0.0.1',
        `sentinel monitor mymaster 127.0.0.1 ${master.port} 1`,
        ...more,
        '',
      ].join('\n'),
    );
    const child = spawn(findProgram('redis-server') ?? 'redis-server', [file, '--sentinel'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout }))
      if (line.includes('+monitor master mymaster')) break;
    child.stdout.resume();
    return new RedisSentinel(port, child, folder);
  }

  async stop(): Promise<void> {
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
