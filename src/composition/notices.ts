import { randomUUID } from 'node:crypto';
import type { Notice } from '../domain/notices/notice.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { type NoticeDesk, noticeApi } from '../http/api/routes.ts';
import type { LinkKeys } from '../http/link-key.ts';
import type { ChannelRoute } from '../http/server.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { Engine } from '../runtime/engine.ts';
import { KINDS } from '../runtime/record-codecs.ts';

/** What writing notices from outside of a conversation needs of the service around it. */
export interface NoticeSurroundings {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  readonly clock: Clock;
  readonly engine: Pick<Engine, 'command' | 'retryNotice' | 'ledger'>;
  readonly store: Pick<Store, 'record' | 'findRecords'>;
}

/** The HTTP API for tools that write notices, as its routes. */
export function noticeRoutes({ engine, store, ...parts }: NoticeSurroundings): readonly ChannelRoute[] {
  return noticeApi({ ...parts, desk: noticeDesk(engine, store), newId: randomUUID });
}

function noticeDesk(engine: NoticeSurroundings['engine'], store: NoticeSurroundings['store']): NoticeDesk {
  return {
    command: (command) => engine.command(command),
    retry: (organisation, notice) => engine.retryNotice(organisation, notice),
    ledger: (organisation, notice) => engine.ledger(organisation, notice),
    async notice(organisation, id) {
      const record = await store.record({ organisation, kind: KINDS.notice, id });
      // Written by the runtime from the same type.
      return record === null ? null : (record.body as unknown as Notice);
    },
    async notices(organisation, state, limit) {
      const { items } = await store.findRecords({
        ...{ organisation, kind: KINDS.notice, keys: { state }, order: 'newest', limit },
      });
      return items.map(({ body }) => body as unknown as Notice);
    },
  };
}
