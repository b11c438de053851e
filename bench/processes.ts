import type { Figures } from './benchmark.ts';
import { CountingServer } from './counting-server.ts';
import { alone, TURNS } from './crowd.ts';
import { SERVICE, serving } from './process.ts';
import { channelOf, messageOf, TEXTS, WORKSPACES } from './slack/events.ts';
import { environmentFor, SECRET } from './slack/turns.ts';
import { webApiReply } from './slack/web-api.ts';
import { storeIn } from './store.ts';

const PROCESSES = 3;
const ROUNDS = 3;
/**
 * Slack takes so long for an answer: what limits a process is then how many requests it has under way (128), and not the
 * processors that all of them, Redis, and whoever writes share here. With less, two cores are busy before three processes
 * are, and it is the cores that are measured: `PROCESSES_LATENCY_MS=400`.
 */
const LATENCY_MS = Number(process.env.PROCESSES_LATENCY_MS ?? 1500);

/** Turns a second of three processes on one Redis, through Slack, against those of one process on another. */
export async function benchmark(): Promise<Figures> {
  const baseline = await turnsOf(1);
  const figure = await turnsOf(PROCESSES);
  return {
    ...{ figure, baseline, unit: 'turns/s', better: 'higher', store: 'redis', processes: PROCESSES },
    ...{ latencyMs: LATENCY_MS, workspaces: WORKSPACES, turns: TURNS, rounds: ROUNDS },
  };
}

async function turnsOf(processes: number): Promise<number> {
  const started: { stop(): unknown }[] = [];
  try {
    const store = await storeIn('', 'redis');
    started.unshift(store);
    const platform = await CountingServer.start(webApiReply, LATENCY_MS);
    started.unshift(platform);
    const ports: number[] = [];
    while (ports.length < processes) {
      const bot = await serving(SERVICE, environmentFor(platform, store));
      started.unshift(bot);
      ports.push(bot.port);
    }
    const bot = {
      ...{ ports, platform, texts: TEXTS, cpuMs: () => 0, conversationOf: channelOf },
      messageOf: (...of: [string, number, string, string]) => messageOf(SECRET, ...of),
    };
    return await alone(bot, `of-${processes}`, ROUNDS);
  } finally {
    for (const each of started) await each.stop();
  }
}
