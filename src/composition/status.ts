import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { LinkKeys } from '../http/link-key.ts';
import { statusRoutes } from '../http/routes/status.ts';
import type { ChannelRoute } from '../http/server.ts';
import type { Networks } from '../http/status/networks.ts';
import type { Clock } from '../ports/clock.ts';
import type { Records } from '../ports/store/records.ts';
import { systemAlarm } from '../runtime/alarm.ts';
import { NoticeBoard } from '../runtime/notice-board.ts';
import { StatusCopy } from './status-copy.ts';

/** What the status pages are made with. */
export interface StatusSurroundings {
  readonly environment: Environment;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly keys: LinkKeys;
  readonly networks: Networks;
  readonly log: Logger;
  readonly records: Pick<Records, 'findRecords'>;
  /** Whether notices go out by mail. */
  readonly hasMail: boolean;
  /** Where this process is reached. */
  readonly ownAddress: () => string;
}

/** The status pages, and their copy. */
export interface Status {
  readonly routes: readonly ChannelRoute[];
  /** Begins to write the copy, if one is wanted. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts the status pages together. */
export function statusIn(around: StatusSurroundings): Status {
  const { environment, playbooks, clock, keys, networks, log, records, hasMail, ownAddress } = around;
  const { DRIFTVAKT_STATUS_COPY: folder } = environment;
  const publicUrl = environment.DRIFTVAKT_PUBLIC_URL ?? null;
  const board = new NoticeBoard(records);
  const copy =
    folder === undefined
      ? null
      : new StatusCopy({ folder, playbooks, board, publicUrl, clock, log, alarm: systemAlarm });
  return {
    routes: statusRoutes({
      ...{ playbooks, clock, keys, networks, board, log, hasMail },
      origin: () => publicUrl ?? ownAddress().replace(/\/$/, ''),
    }),
    start: () => copy?.start(),
    stop: async () => copy?.stop(),
  };
}
