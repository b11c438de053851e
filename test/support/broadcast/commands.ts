import type { NoticeCommand, OutageDraft } from '../../../src/domain/notices/commands.ts';
import type { Store } from '../../../src/ports/store.ts';
import { noticeProcessOf } from '../../../src/runtime/names.ts';
import { NOTICE_EVENTS } from '../../../src/runtime/notices/events.ts';
import { ORGANISATION } from './destinations.ts';

export const NOTICE = 'NET1-DOWN';
const BY = { user: 'it', name: 'IT', conversation: `desk/${ORGANISATION}` };

/** An outage of which everybody is told. */
export function outageDraft(text: string, since: number): OutageDraft {
  return {
    ...{ title: { nb: 'Nettet er nede' }, text: { nb: text }, services: [], sites: null, since },
    ...{ long: false, wait: true, nextWord: null, meanwhile: {}, routine: null },
    ...{ asksRead: false, proposal: null },
  };
}

/** Puts a command into the inbox, as the engine does; whoever has the store does it, at once or when it next starts. */
export async function command(store: Store, id: string, what: NoticeCommand, at: number): Promise<void> {
  const isNew = what.do === 'publish-outage' || what.do === 'publish-window';
  const body = NOTICE_EVENTS.body({
    ...{ organisation: ORGANISATION, subject: NOTICE, ahead: 0 },
    what: { kind: 'commanded', command: what, by: BY, isNew },
  });
  const conversation = noticeProcessOf(ORGANISATION, NOTICE);
  await store.receive({ id, conversation, receivedAt: at, body });
}
