import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { conversationOf, messageOf, objectIdOf, type Person, type Sending } from './activities.ts';
import type { CountingConnector } from './connector.ts';

/** What one person writes: a greeting, a question, a report that is begun and dropped. Teams lets a bot answer that. */
const TEXTS = ['hei', 'hvem ringer jeg nå?', 'nettet er nede på skolen', 'avbryt'];
const CONNECTIONS = 48;
/** People of each connection; they write one after the other. */
const PEOPLE = 10;
/**
 * Teams takes 50 requests a second from a bot for each tenant, and our bot keeps to that. What is measured is the bot: so
 * there are many tenants, of each of which two people write in a round.
 */
export const TENANTS: readonly string[] = Array.from({ length: 240 }, (_, i) => objectIdOf(`tenant ${i}`));
/** Activities of one round. */
export const TURNS = CONNECTIONS * PEOPLE * TEXTS.length;
const LONGEST_MS = 60_000;
/** Nothing comes any more if nothing came for so long. */
const QUIET_MS = 1500;

/** A bot that is measured. */
export interface Target {
  readonly port: number;
  readonly sending: Sending;
  /** Signed as the channel does, for the connector's address. */
  readonly token: string;
  readonly connector: CountingConnector;
}

/** How many messages one person gets: a bot may answer an activity with several. Found by trying it. */
export async function repliesEach(target: Target, name: string): Promise<number> {
  const { connector } = target;
  const person = { name, tenant: TENANTS[0] ?? '' };
  connector.newest = performance.now();
  await write(new Agent({ keepAlive: true }), target, person);
  while (performance.now() - connector.newest < QUIET_MS) await delay(QUIET_MS / 10);
  const count = connector.count(conversationOf(person));
  if (count < TEXTS.length)
    throw new Error(`${TEXTS.length} activities were answered with ${count} messages`);
  return count;
}

/**
 * How many activities a second are taken and answered: all connections at once, each waiting for each acknowledgement,
 * until the last reply has come to the connector.
 * @param round other people in each
 * @param replies how many messages each person gets
 */
export async function rate(target: Target, round: string, replies: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const start = performance.now();
  const crowds = Array.from({ length: CONNECTIONS }, (_, i) => crowd(agent, target, i, `${round}-${i}`));
  const people = await Promise.all(crowds);
  await target.connector.reached(people.flat().map(conversationOf), replies, LONGEST_MS);
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return TURNS / seconds;
}

/** The people of a connection, after they have written. */
async function crowd(agent: Agent, target: Target, number: number, name: string): Promise<Person[]> {
  const people = Array.from({ length: PEOPLE }, (_, i) => ({
    name: `${name}-${i}`,
    tenant: TENANTS[(number * PEOPLE + i) % TENANTS.length] ?? '',
  }));
  for (const person of people) await write(agent, target, person);
  return people;
}

async function write(agent: Agent, target: Target, person: Person): Promise<void> {
  for (const [i, text] of TEXTS.entries()) {
    const status = await post(agent, target, messageOf(target.sending, person, `${person.name}-${i}`, text));
    if (status !== 200) throw new Error(`an activity was answered with ${status}`);
  }
}

function post(agent: Agent, { port, token }: Target, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      Authorization: `Bearer ${token}`,
    };
    const options = { agent, host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers };
    const sent = request(options, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject).end(body);
  });
}
