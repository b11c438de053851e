import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from '../config/environment.ts';
import type { Escalation } from '../domain/escalation/escalation.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { BoardCookie } from '../http/board/cookie.ts';
import { BoardWatch } from '../http/board/watch.ts';
import type { LinkKeys } from '../http/link-key.ts';
import { boardRoutes } from '../http/routes/board/routes.ts';
import type { ChannelRoute } from '../http/server.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { readBoard } from '../runtime/board/read-reports.ts';
import { BoardSessions } from '../runtime/board/sessions.ts';
import type { SignInLinks } from '../runtime/board/sign-in.ts';
import { outcomeOf } from '../runtime/cases/outside.ts';
import type { Engine } from '../runtime/engine.ts';
import { answerOutcome } from '../runtime/escalations/outside.ts';
import { escalationOf } from '../runtime/escalations/records.ts';

/** 256 bits. */
const TOKEN_BYTES = 32;
/** A page waits so long for what was pressed on it, and looks so often. Another process may do it. In ms. */
const PATIENCE_MS = 3000;
const LOOK_EVERY_MS = 20;

/** What the board is made with. */
export interface BoardSurroundings {
  readonly environment: Pick<Environment, 'production' | 'DRIFTVAKT_LINK_SECRET' | 'DRIFTVAKT_PUBLIC_URL'>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly keys: LinkKeys;
  readonly store: Pick<Store, 'record' | 'writeRecords' | 'findRecords' | 'findTimers' | 'load'>;
  readonly engine: Pick<Engine, 'caseDeed' | 'pingAnswer'>;
}

/** The pages of the board. */
export interface BoardPart {
  readonly routes: readonly ChannelRoute[];
  /** Lets open pages go. */
  stop(): void;
}

/**
 * Makes the links that open the board. In production there are none without a secret, and without an address at which the
 * service is reached from outside.
 * @param ownAddress where this process is reached
 */
export function signInLinks(
  { environment, keys }: Pick<BoardSurroundings, 'environment' | 'keys'>,
  ownAddress: () => string,
): SignInLinks {
  const { production, DRIFTVAKT_LINK_SECRET: secret, DRIFTVAKT_PUBLIC_URL: base } = environment;
  return {
    linkFor(organisation, event) {
      if (production && (secret === undefined || base === undefined)) return null;
      const token = keys.keyFor(`board-link/${event}`, organisation);
      const url = new URL(`/board/${organisation}/sign-in`, base ?? ownAddress());
      url.searchParams.set('token', token);
      return { address: url.href, token };
    },
  };
}

/** Puts the board together. */
export function boardIn({
  environment,
  playbooks,
  clock,
  keys,
  store,
  engine,
}: BoardSurroundings): BoardPart {
  const read = (organisation: string) => readBoard(store, organisation);
  const watch = new BoardWatch(async (organisation) => (await read(organisation)).version);
  const isSecure = environment.DRIFTVAKT_PUBLIC_URL?.startsWith('https:') ?? false;
  const door = new BoardSessions(store, () => randomBytes(TOKEN_BYTES).toString('base64url'));
  const cookie = new BoardCookie(keys, isSecure);
  return {
    routes: boardRoutes({
      ...{ playbooks, clock, keys, cookie, door, read, watch, newId: randomUUID },
      act: async (deed) => {
        await engine.caseDeed(deed);
        return (await waitFor(() => outcomeOf(store, deed))) ?? 'late';
      },
      escalationOf: (organisation, report) => asked(store, organisation, report),
      answerPing: async (answer) => {
        await engine.pingAnswer(answer);
        return (await waitFor(() => answerOutcome(store, answer))) ?? 'pending';
      },
    }),
    stop: () => watch.close(),
  };
}

/** What brings a report to people: to take it, or to judge it. What goes on comes before what is over. */
async function asked(
  store: Pick<Store, 'record'>,
  organisation: string,
  report: string,
): Promise<Escalation | null> {
  const all = await Promise.all(
    (['report', 'judge'] as const).map((kind) => escalationOf(store, organisation, kind, report)),
  );
  const found = all.filter((escalation) => escalation !== null);
  return found.find(({ state }) => state !== 'closed') ?? found[0] ?? null;
}

/** Waits for what comes of something that was pressed; null: nothing yet. */
async function waitFor<T>(outcome: () => Promise<T | null>): Promise<T | null> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    const found = await outcome();
    if (found !== null) return found;
    await pause(LOOK_EVERY_MS);
  }
  return null;
}
