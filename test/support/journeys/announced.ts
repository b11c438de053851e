import type { Notice } from '../../../src/domain/notices/notice.ts';
import type { Store } from '../../../src/ports/store.ts';
import { recordsOf } from '../../../src/runtime/record-codecs.ts';

/** Puts down what IT announced before the story began, as the runtime would keep it. */
export async function putNotices(store: Store, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    const event = `announced/${notice.id}`;
    const at = notice.changedAt;
    await store.receive({ id: event, conversation: event, receivedAt: at, body: null });
    const from = { user: 'it', desk: true, locale: null, role: null, site: null };
    const context = {
      organisation: notice.organisation,
      from,
      reference: notice.id,
      at,
      versions: new Map(),
    };
    await store.commit({
      ...{ event, conversation: event, expected: 0, state: null, at },
      records: recordsOf([{ effect: 'keep-notice', notice, news: null }], context),
    });
  }
}
