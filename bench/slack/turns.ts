import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Figures } from '../benchmark.ts';
import { CountingServer } from '../counting-server.ts';
import { compare, type Target, TURNS } from '../crowd.ts';
import { SERVICE, serviceIn, serving } from '../process.ts';
import { type MeasuredStore, type StoreKind, storeIn } from '../store.ts';
import { channelOf, messageOf, TEXTS, WORKSPACES } from './events.ts';
import type { Acknowledged, Steady } from './steady.ts';
import { webApiReply } from './web-api.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ECHO = [join(ROOT, 'bench', 'baseline', 'slack-echo.ts')];
export const SECRET = 'a-signing-secret-of-this-machine';
const ROUNDS = 5;
const STEADY = { rate: 200, seconds: 15 } as const;

/**
 * Turns a second through Slack: from the first signed event until the last reply has come to the Web API, with the store
 * in a file. Against the bare echo app of Slack's own framework, with the same events. Then how long acknowledgements take
 * while events come as steadily as a process of their own sends them.
 * @param against see `Benchmark`
 */
export async function benchmark(kind: StoreKind, against: string | null): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-slack-turns-'));
  const started: { stop(): unknown }[] = [];
  try {
    const store = await storeIn(folder, kind);
    started.unshift(store);
    const ours = await target(SERVICE, store, started);
    const other = against === null ? null : await storeIn(join(folder, 'other'), kind);
    if (other !== null) started.unshift(other);
    const theirs = await target(against === null ? ECHO : serviceIn(against), other ?? store, started);
    const measured = await compare(ours, theirs, { rounds: ROUNDS, store });
    const [own, echo] = [await steady(ours), await steady(theirs)];
    const about = { channel: 'slack', workspaces: WORKSPACES, turns: TURNS, rounds: ROUNDS };
    const acknowledged = {
      ...{ eventsPerSecond: STEADY.rate, ackP50Ms: own.p50, ackP99Ms: own.p99, ackLongestMs: own.longest },
      ...{ baselineAckP50Ms: echo.p50, baselineAckP99Ms: echo.p99 },
    };
    return { ...measured, unit: 'turns/s', better: 'higher', ...about, ...acknowledged };
  } finally {
    for (const each of started) await each.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Each bot has a Web API of its own: what one sends late disturbs the other's counts by nothing. */
async function target(
  words: readonly string[],
  store: MeasuredStore,
  started: { stop(): unknown }[],
): Promise<Target> {
  const platform = await CountingServer.start(webApiReply);
  started.unshift(platform);
  const bot = await serving(words, environmentFor(platform, store));
  started.unshift(bot);
  return {
    ...{ ports: [bot.port], platform, texts: TEXTS, cpuMs: () => bot.cpuMs() },
    conversationOf: channelOf,
    messageOf: (...of) => messageOf(SECRET, ...of),
  };
}

/** Of a bot in Slack. */
export function environmentFor(platform: CountingServer, store: MeasuredStore): Record<string, string> {
  return {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-a-token-of-this-machine',
    SLACK_API_URL: `${platform.address}/api/`,
    DRIFTVAKT_DEFAULT_ORG: 'porsanger',
    DRIFTVAKT_STORE: store.address,
  };
}

/** Measured by a process that does nothing else. */
async function steady({ ports: [port = 0] }: Target): Promise<Acknowledged> {
  const told: Steady = { port, secret: SECRET, ...STEADY };
  const words = [join(import.meta.dirname, 'steady.ts'), JSON.stringify(told)];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  const acknowledged = JSON.parse(stdout) as Acknowledged;
  if (acknowledged.refused > 0) throw new Error(`${acknowledged.refused} events were not taken`);
  return acknowledged;
}
