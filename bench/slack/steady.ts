import { setTimeout as delay } from 'node:timers/promises';
import { bytesOf, Caller } from '../caller.ts';
import { messageOf, TEXTS } from './events.ts';

/** What a process that only sends is told, as JSON in its first argument. */
export interface Steady {
  readonly port: number;
  readonly secret: string;
  /** Events a second, and for how many seconds. */
  readonly rate: number;
  readonly seconds: number;
}

/** How long acknowledgements took, in ms, from when each event should have been sent. */
export interface Acknowledged {
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** How many were answered with anything but 200. */
  readonly refused: number;
}

/** Who writes; each of them every few seconds, as Slack takes one message a second for a channel. */
const PEOPLE = 1000;

/** Connections that are free, longest first: so none rests until the bot ends it. */
const free: Caller[] = [];

/** Sends so many a second whatever becomes of them: what is slow makes nothing that follows come later. */
async function send({ port, secret, rate, seconds }: Steady): Promise<Acknowledged> {
  const start = performance.now();
  const under: Promise<[number, number]>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    const due = start + (i * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await delay(early);
    const [name, text] = [`steady-${i % PEOPLE}`, TEXTS[Math.floor(i / PEOPLE) % TEXTS.length] ?? ''];
    const status = post(port, bytesOf(messageOf(secret, name, i, `steady-${i}`, text)));
    under.push(status.then((code) => [performance.now() - due, code]));
  }
  const answers = await Promise.all(under);
  for (const caller of free) caller.end();
  const times = answers.map(([ms]) => ms).toSorted((a, b) => a - b);
  const at = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  const refused = answers.filter(([, code]) => code !== 200).length;
  return { p50: at(0.5), p99: at(0.99), longest: at(1), refused };
}

async function post(port: number, request: Buffer): Promise<number> {
  const caller = free.shift() ?? (await Caller.to(port));
  const status = await caller.post(request);
  free.push(caller);
  return status;
}

process.stdout.write(JSON.stringify(await send(JSON.parse(process.argv[2] ?? '') as Steady)));
