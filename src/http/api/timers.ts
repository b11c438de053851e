import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { LinkKeys } from '../link-key.ts';
import type { ChannelRoute } from '../server.ts';
import { ApiRefusal, readJson } from './exchange.ts';
import { addressOf, operatorRoute } from './operators.ts';

/** A timer as the API tells of it. */
interface ApiTimer {
  readonly id: string;
  readonly organisation: string;
  readonly conversation: string;
  readonly kind: string | null;
  readonly does: string | null;
  readonly dueAt: number;
  readonly overdue: boolean;
  readonly fault: string | null;
}

/** What the routes need of what is due later. */
export interface ApiTimers {
  list(search: {
    readonly organisation: string;
    readonly kind?: string;
    readonly limit: number;
    readonly after?: string;
  }): Promise<{ readonly timers: readonly ApiTimer[]; readonly next: string | null }>;
  setAside(
    organisation: string,
  ): Promise<readonly { readonly id: string; readonly conversation: string; readonly at: number }[]>;
  cancel(asked: {
    readonly organisation: string;
    readonly id: string;
    readonly by: string;
  }): Promise<
    | { readonly outcome: 'cancelled'; readonly timer: ApiTimer }
    | { readonly outcome: 'unknown' }
    | { readonly outcome: 'kept'; readonly why: string }
  >;
}

export interface TimerApiParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  readonly timers: ApiTimers;
}

/** Timers of a page. */
const PAGE = 100;
const MOST = 200;

const cancelBody = z.strictObject({ id: z.string('is no id').min(1, 'is empty').max(300, 'is too long') });

/** The HTTP API for operators: what is due later, and taking it away (docs/timers.md). */
export function timerApi(parts: TimerApiParts): readonly ChannelRoute[] {
  return [
    operatorRoute(parts, 'GET', '/timers', (playbook, request) => list(parts, playbook, request)),
    operatorRoute(parts, 'POST', '/timers/cancel', (playbook, request) => cancel(parts, playbook, request)),
  ];
}

async function list(
  { timers }: TimerApiParts,
  playbook: Playbook,
  request: IncomingMessage,
): Promise<object> {
  const { searchParams: query } = addressOf(request);
  const [kind, after] = [query.get('kind'), query.get('after')];
  const limit = Number(query.get('limit') ?? PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new ApiRefusal(400, `The limit takes a whole number from 1 to ${MOST}.`);
  if (after !== null && !/^-?\d{1,16}\/\d{1,15}$/.test(after))
    throw new ApiRefusal(400, 'after is no “next” of a page.');
  const { organisation } = playbook;
  const page = await timers.list({
    ...{ organisation, limit },
    ...(kind !== null && { kind }),
    ...(after !== null && { after }),
  });
  const aside = await timers.setAside(organisation);
  return {
    timers: page.timers.map((timer) => timerJson(playbook, timer)),
    next: page.next,
    setAside: aside.map(({ at, ...rest }) => ({ ...rest, at: isoIn(playbook, at) })),
  };
}

async function cancel(
  { timers }: TimerApiParts,
  playbook: Playbook,
  request: IncomingMessage,
): Promise<object> {
  const body = cancelBody.safeParse(await readJson(request));
  if (!body.success)
    throw new ApiRefusal(400, 'The body is not as it should be: { "id": "…" } with the id of a timer.');
  const { organisation } = playbook;
  const cancelled = await timers.cancel({ organisation, id: body.data.id, by: 'operator' });
  if (cancelled.outcome === 'unknown')
    throw new ApiRefusal(404, 'There is no such timer; perhaps it has rung.');
  if (cancelled.outcome === 'kept') throw new ApiRefusal(409, `It cannot be cancelled: ${cancelled.why}.`);
  return { cancelled: timerJson(playbook, cancelled.timer) };
}

/** A timer as programs read it; the time in the organisation's zone, ISO 8601 with an offset. */
export function timerJson(playbook: Pick<Playbook, 'timezone'>, { dueAt, ...timer }: ApiTimer): object {
  return { ...timer, dueAt: isoIn(playbook, dueAt) };
}

function isoIn({ timezone }: Pick<Playbook, 'timezone'>, ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timezone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
