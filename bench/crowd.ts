import { setTimeout as delay } from 'node:timers/promises';
import { alternating, median } from './benchmark.ts';
import { bytesOf, Caller, type Posted } from './caller.ts';
import type { CountingServer } from './counting-server.ts';
import type { MeasuredStore } from './store.ts';

const CONNECTIONS = 48;
/** People of each connection; they write one after the other. */
const PEOPLE = 10;
/** How many messages each of them writes. */
const MESSAGES = 4;
/** Messages of one round. */
export const TURNS = CONNECTIONS * PEOPLE * MESSAGES;
const LONGEST_MS = 60_000;
/** Nothing comes any more if nothing came for so long. */
const QUIET_MS = 1500;

/** A bot that is measured, and what people write to it. */
export interface Target {
  /** Of its processes; connections are spread over them. */
  readonly ports: readonly number[];
  /** Processor time of its process so far. */
  cpuMs(): number;
  /** Where its messages come. */
  readonly platform: CountingServer;
  /** What one person writes. */
  readonly texts: readonly [string, string, string, string];
  /** The conversation of a person with it, as the platform counts. @param person any number; the same is in the same place */
  conversationOf(name: string, person: number): string;
  /** What the platform sends when they write; `id` is the message's. */
  messageOf(name: string, person: number, id: string, text: string): Posted;
}

/** The turns a second of one bot, in the middle of some rounds after a first that only warms up. */
export async function alone(bot: Target, name: string, rounds: number): Promise<number> {
  const { run } = roundsOf(bot, name);
  await run();
  const figures: number[] = [];
  while (figures.length < rounds) figures.push(await run());
  return median(figures);
}

/** Measures two bots in alternating rounds, each with people who have not written yet. */
export async function compare(
  ours: Target,
  theirs: Target,
  { rounds, store }: { readonly rounds: number; readonly store: MeasuredStore },
): Promise<Compared> {
  const [a, b] = [roundsOf(ours, 'ours'), roundsOf(theirs, 'theirs')];
  const measured = await alternating(rounds, a.run, b.run);
  const cpu = { cpuMs: median(a.cpuMs), baselineCpuMs: median(b.cpuMs) };
  return { ...measured, ...cpu, ...(await store.costOf(TURNS, a.run)) };
}

/** Turns a second, and ms of all processors that the bot took for one: the second depends less on what else runs. */
interface Compared {
  readonly figure: number;
  readonly baseline: number;
  readonly cpuMs: number;
  readonly baselineCpuMs: number;
  /** Of the store's server. */
  readonly [detail: string]: number;
}

function roundsOf(bot: Target, name: string): { run: () => Promise<number>; cpuMs: number[] } {
  const cpuMs: number[] = [];
  let replies: number | null = null;
  const run = async (): Promise<number> => {
    replies ??= await repliesEach(bot, `${name}-first`);
    const before = bot.cpuMs();
    const figure = await rate(bot, `${name}${cpuMs.length}`, replies);
    cpuMs.push((bot.cpuMs() - before) / TURNS);
    return figure;
  };
  return { run, cpuMs };
}

/** How many messages one person gets: a bot may answer a message with several. Found by trying it. */
async function repliesEach(target: Target, name: string): Promise<number> {
  const { platform } = target;
  platform.newest = performance.now();
  const caller = await connected(target, 0);
  await write(caller, requestsOf(target, name, 0));
  caller.end();
  // One message follows the other once the platform has answered.
  const quietMs = QUIET_MS + platform.latencyMs;
  while (performance.now() - platform.newest < quietMs) await delay(QUIET_MS / 10);
  const count = platform.count(target.conversationOf(name, 0));
  if (count < MESSAGES) throw new Error(`${MESSAGES} messages were answered with ${count}`);
  return count;
}

/**
 * How many messages a second are taken and answered: all connections at once, each waiting for each acknowledgement,
 * until the last reply has come to the platform. Requests are made and signed, and connections opened, before.
 * @param round other people in each
 * @param replies how many messages each person gets
 */
async function rate(target: Target, round: string, replies: number): Promise<number> {
  const lines = Array.from({ length: CONNECTIONS }, (_, number) =>
    Array.from({ length: PEOPLE }, (_, i) => [`${round}-${number}-${i}`, number * PEOPLE + i] as const),
  );
  const conversations = lines.flat().map(([name, person]) => target.conversationOf(name, person));
  const requests = lines.map((line) => line.flatMap(([name, person]) => requestsOf(target, name, person)));
  const callers = await Promise.all(lines.map((_, number) => connected(target, number)));
  const start = performance.now();
  const answered = target.platform.reached(conversations, replies, LONGEST_MS);
  await Promise.all(callers.map((caller, i) => write(caller, requests[i] ?? [])));
  await answered;
  const seconds = (performance.now() - start) / 1000;
  for (const caller of callers) caller.end();
  return TURNS / seconds;
}

function connected({ ports }: Target, connection: number): Promise<Caller> {
  return Caller.to(ports[connection % ports.length] ?? Number.NaN);
}

/** What one person writes. */
function requestsOf(target: Target, name: string, person: number): Buffer[] {
  return target.texts.map((text, i) => bytesOf(target.messageOf(name, person, `${name}-${i}`, text)));
}

/** One request after the other. */
async function write(caller: Caller, requests: readonly Buffer[]): Promise<void> {
  for (const request of requests) {
    const status = await caller.post(request);
    if (status !== 200) throw new Error(`a message was answered with ${status}`);
  }
}
