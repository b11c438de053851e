import type { Logger } from 'pino';
import type { Alarm } from '../../../ports/alarm.ts';
import type { Clock } from '../../../ports/clock.ts';
import { SLACK_RECEIVER_LIMITS } from './limits.ts';
import type { Connect, Connected, SocketEnvelope } from './socket-client.ts';
import type { Take } from './take.ts';

/** What Socket Mode is made of. */
export interface SocketParts {
  readonly connect: Connect;
  readonly take: Take;
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Logger;
}

/** Slack's requests over a connection that the service makes itself. */
export interface SlackSocket {
  /** Connects, and again whenever the connection ends, until `stop`. */
  start(): void;
  /** Ends what is being taken, for 2 s at most, and then the connection. */
  stop(): Promise<void>;
}

/** Pauses after failures, in ms; a connection that lasted is followed by the next at once. */
const PAUSE = { first: 1000, most: 60_000 } as const;
const LASTED_MS = 10_000;

/**
 * An envelope is acknowledged once what it brought is kept. What was not acknowledged, for the store or the connection
 * was gone, Slack sends again; the inbox knows it.
 */
export function slackSocket(parts: SocketParts): SlackSocket {
  const { connect, alarm, clock, random, log } = parts;
  const taking = new Set<Promise<void>>();
  const end = Promise.withResolvers<'end'>();
  let isStopping = false;
  let running = Promise.resolve();

  const receive = (envelope: SocketEnvelope): void => {
    if (isStopping) return;
    const work = takeEnvelope(parts, envelope).finally(() => taking.delete(work));
    taking.add(work);
  };

  const pause = async (ms: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<'over'>();
    const cancel = alarm.after(ms, () => resolve('over'));
    await Promise.race([promise, end.promise]);
    cancel();
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!isStopping) {
      const begun = clock.now().epochMilliseconds;
      const connecting = connect(receive, (reason) => log.warn({ reason }, 'Slack sent what is odd'));
      const connected = await Promise.race([connecting, end.promise]);
      if (connected === 'end') return abandoned(connecting);
      if (connected.outcome === 'connected') await during(connected);
      const lasted = clock.now().epochMilliseconds - begun > LASTED_MS;
      failures = connected.outcome === 'connected' && lasted ? 0 : failures + 1;
      if (connected.outcome === 'failed')
        log.error({ reason: connected.reason }, 'there is no connection to Slack');
      if (isStopping || failures === 0) continue;
      const backoff = Math.min(PAUSE.most, PAUSE.first * 2 ** (failures - 1)) * (0.5 + random() / 2);
      await pause(Math.max(backoff, connected.outcome === 'failed' ? (connected.afterMs ?? 0) : 0));
    }
  };

  const during = async (connected: Extract<Connected, { outcome: 'connected' }>): Promise<void> => {
    log.info('connected to Slack');
    if ((await Promise.race([connected.closed, end.promise])) !== 'end') return;
    await settled(taking, alarm);
    await connected.close();
  };

  return {
    start() {
      running = run();
    },
    async stop() {
      isStopping = true;
      end.resolve('end');
      await running;
      await settled(taking, alarm);
    },
  };
}

/** The end does not wait for a connection that is only being made; nothing is taken over it. */
function abandoned(connecting: Promise<Connected>): void {
  void connecting.then((made) => (made.outcome === 'connected' ? made.close() : undefined));
}

async function takeEnvelope(
  { take, log }: SocketParts,
  { payload, retry, ack }: SocketEnvelope,
): Promise<void> {
  const taken = await take(payload, retry);
  if (taken.outcome === 'later') return;
  try {
    await ack(taken.outcome === 'taken' ? taken.body : null);
  } catch {
    log.info('what was kept could not be acknowledged; Slack sends it again');
  }
  if (taken.outcome === 'taken') taken.after?.();
}

async function settled(taking: ReadonlySet<Promise<void>>, alarm: Alarm): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = alarm.after(SLACK_RECEIVER_LIMITS.endMs, resolve);
  await Promise.race([Promise.allSettled(taking), promise]);
  cancel();
}
