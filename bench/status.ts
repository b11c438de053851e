import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternating, type Figures } from './benchmark.ts';
import { serving } from './process.ts';

const SERVER = [join(import.meta.dirname, 'status', 'server.ts')];
const NOTICES = 200;
const PAGE = '/status/itcentrum';
const STATIC = '/static.html';
const ROUNDS = 5;
const REQUESTS = 3000;
const CONNECTIONS = 16;

/** Status pages a second, with 200 notices of history, against a static file of the same bytes from the same server. */
export async function benchmark(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-bench-status-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, '');
  const server = await serving(SERVER, { NOTICES: String(NOTICES), STATIC_FILE: file });
  try {
    const page = await (await fetch(`http://127.0.0.1:${server.port}${PAGE}`)).text();
    writeFileSync(file, page);
    const measured = await alternating(
      ROUNDS,
      () => rate(server.port, PAGE),
      () => rate(server.port, STATIC),
    );
    const about = { notices: NOTICES, bytes: Buffer.byteLength(page), rounds: ROUNDS };
    return { ...measured, unit: 'pages/s', better: 'higher', ...about };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Requests a second, from all connections at once, each waiting for the whole of each answer. */
async function rate(port: number, path: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const start = performance.now();
  let left = REQUESTS;
  const one = async (): Promise<void> => {
    while (left-- > 0) await ask(agent, port, path);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  agent.destroy();
  return (REQUESTS * 1000) / (performance.now() - start);
}

function ask(agent: Agent, port: number, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ agent, host: '127.0.0.1', port, path }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} was answered with ${response.statusCode}`));
      response.resume().on('end', resolve);
    }).on('error', reject);
  });
}
