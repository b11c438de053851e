import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownChild } from '../own-child.ts';
import { configurationFor, type PretendedOrganisation } from './organisation.ts';

const CLI = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
const ONLY_HERE = join(import.meta.dirname, 'loopback.ts');
const ASK_EVERY_MS = 20;
const LONGEST_START_MS = 20_000;

/** Microsoft's client as a process of its own, on a free port of this machine alone. */
export class ClientProcess {
  /** Of its pages and its API. */
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(child: ChildProcess, address: string, folder: string) {
    this.#child = child;
    this.address = address;
    this.#folder = folder;
  }

  /**
   * Starts it, and waits until it answers.
   * @param endpoint where the bot takes activities, as http://127.0.0.1:3978/api/messages
   * @param organisation in which it says it is; left out: its own, whose ids Teams would not give
   */
  static async start(endpoint: string, organisation?: PretendedOrganisation): Promise<ClientProcess> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-agents-playground-'));
    if (organisation !== undefined)
      writeFileSync(join(folder, '.m365agentsplayground.yml'), configurationFor(organisation));
    const words = [CLI, '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt'];
    const child = ownChild(
      spawn(process.execPath, ['--import', ONLY_HERE, ...words], {
        // Its own folder: it would read a configuration of the folder in which it runs, and write its log there.
        cwd: folder,
        env: { PATH: process.env.PATH, TEAMSAPPTESTER_BROWSER: 'none' },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => said.push(String(data)));
    const client = new ClientProcess(child, `http://127.0.0.1:${port}`, folder);
    const deadline = performance.now() + LONGEST_START_MS;
    while (!(await answers(client.address))) {
      if (child.exitCode !== null || performance.now() > deadline) {
        await client.stop();
        throw new Error(`Microsoft's client did not start: ${said.join('')}`);
      }
      await delay(ASK_EVERY_MS);
    }
    return client;
  }

  /** Ends it at once. Nobody can reach it afterwards. */
  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const exited = once(this.#child, 'exit');
      this.#child.kill('SIGKILL');
      await exited;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/_debug/ping`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system named no port');
  return address.port;
}
