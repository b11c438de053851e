import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { alternating, type Figures } from './benchmark.ts';
import { SERVICE, type Serving, serving } from './process.ts';
import { type StoreKind, storeIn } from './store.ts';

const ECHO = [join(import.meta.dirname, 'baseline', 'echo.ts')];
const ORGANISATION = 'porsanger';
const CONNECTIONS = 48;
/** Messages of one connection in one round; each connection is one person, in one conversation. */
const MESSAGES = 40;
const ROUNDS = 3;
const LOOK_EVERY_MS = 5;
const LONGEST_MS = 60_000;
/** What one person writes, over and over: a greeting, a question, a report that is begun and dropped. */
const TEXTS = ['hei', 'hvem ringer jeg nå?', 'nettet er nede på skolen', 'avbryt'];

/**
 * Turns a second through HTTP and the durable commit, with the store in a file: from the first request until every reply
 * is committed and readable, and what left the outbox after them all has reached an open page. Against a bare restify
 * handler that reads the same JSON and sends it back.
 */
export async function benchmark(kind: StoreKind): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-turns-'));
  const started: { stop(): Promise<void> }[] = [];
  try {
    const store = await storeIn(folder, kind);
    started.unshift(store);
    const ours = await serving(SERVICE, { DRIFTVAKT_STORE: store.address });
    started.unshift(ours);
    const theirs = await serving(ECHO);
    started.unshift(theirs);
    let round = 0;
    const oneRound = (): Promise<number> => {
      const people = peopleOf(`r${round++}`);
      return rate(ours, people, () => published(ours, people));
    };
    const measured = await alternating(ROUNDS, oneRound, () => rate(theirs, peopleOf('baseline')));
    const cost = await store.costOf(CONNECTIONS * MESSAGES, oneRound);
    const about = { connections: CONNECTIONS, turns: CONNECTIONS * MESSAGES, rounds: ROUNDS };
    return { ...measured, unit: 'turns/s', better: 'higher', ...about, ...cost };
  } finally {
    for (const process of started) await process.stop();
    rmSync(folder, { recursive: true });
  }
}

function peopleOf(round: string): string[] {
  return Array.from({ length: CONNECTIONS }, (_, i) => `${round}-${i}`);
}

/** How many messages a second are taken: everybody writes at once, each waiting for each acknowledgement. */
async function rate(
  { port }: Serving,
  people: readonly string[],
  until: () => Promise<unknown> = async () => undefined,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const start = performance.now();
  await Promise.all(people.map((user) => write(agent, port, user)));
  await until();
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return (CONNECTIONS * MESSAGES) / seconds;
}

/** Waits until everybody's last message is answered, and one that comes after all of them is on its page. */
async function published(service: Serving, people: readonly string[]): Promise<void> {
  const deadline = performance.now() + LONGEST_MS;
  for (const user of people) {
    while (!(await isAnswered(service, user))) {
      if (performance.now() > deadline) throw new Error(`${user} was not answered`);
      await delay(LOOK_EVERY_MS);
    }
  }
  const user = `${people[0]}-last`;
  const agent = new Agent();
  const page = await openPage(service, user);
  await post(agent, service.port, bodyOf(user, 0));
  for await (const text of page) if (String(text).includes('event: reply')) break;
  agent.destroy();
}

/** A page that listens, as a browser's does. */
function openPage({ port }: Serving, user: string): Promise<IncomingMessage> {
  const address = `http://127.0.0.1:${port}/playground/live?${whose(user)}`;
  return new Promise((resolve, reject) => {
    request(address, { agent: false }, resolve).on('error', reject).end();
  });
}

async function write(agent: Agent, port: number, user: string): Promise<void> {
  for (let i = 0; i < MESSAGES; i++) {
    const status = await post(agent, port, bodyOf(user, i));
    if (status !== 202) throw new Error(`answered with ${status}`);
  }
}

function bodyOf(user: string, i: number): string {
  const what = { kind: 'said', text: TEXTS[i % TEXTS.length] };
  return JSON.stringify({ id: `m${i}`, organisation: ORGANISATION, user, what });
}

function post(agent: Agent, port: number, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ agent, host: '127.0.0.1', port, path: '/playground/events', method: 'POST' },
        headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
      },
      (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      },
    );
    sent.on('error', reject).end(body);
  });
}

async function isAnswered({ port }: Serving, user: string): Promise<boolean> {
  const query = whose(user);
  query.set('limit', '1');
  const response = await fetch(`http://127.0.0.1:${port}/playground/transcript?${query}`);
  const { entries } = (await response.json()) as { entries: { id: string }[] };
  return entries.at(-1)?.id === `m${MESSAGES - 1}`;
}

function whose(user: string): URLSearchParams {
  return new URLSearchParams({ organisation: ORGANISATION, user });
}
