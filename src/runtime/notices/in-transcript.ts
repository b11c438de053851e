import type { Notice } from '../../domain/notices/notice.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import type { TranscriptEntry } from '../engine.ts';
import { noticeProcessOf } from '../names.ts';
import { KINDS } from '../record-codecs.ts';
import { audienceNow, noticeBodyOf } from './delivery.ts';
import { type SubscriptionParts, subscriptionAt } from './subscriptions.ts';
import type { NoticeWords } from './words.ts';

/** So many of the newest notices are looked for. */
const NEWEST = 50;

export interface NoticeTranscriptParts extends SubscriptionParts {
  readonly store: Pick<Store, 'record' | 'findRecords' | 'latestDelivery'>;
  readonly noticeWords: NoticeWords;
  readonly clock: Clock;
}

/**
 * The notices that a conversation got, as they are now: for channels that keep no transcript themselves. No turn of the
 * conversation wrote them down, and they change without one.
 */
export async function noticesInTranscript(
  parts: NoticeTranscriptParts,
  playbook: Playbook,
  conversation: string,
): Promise<TranscriptEntry[]> {
  const { organisation } = playbook;
  const { items } = await parts.store.findRecords({
    ...{ organisation, kind: KINDS.notice, order: 'newest', limit: NEWEST },
  });
  const entries: TranscriptEntry[] = [];
  for (const { body } of items) {
    const entry = await entryOf(parts, playbook, body as unknown as Notice, conversation);
    if (entry !== null) entries.push(entry);
  }
  return entries.sort((a, b) => a.at - b.at);
}

async function entryOf(
  parts: NoticeTranscriptParts,
  playbook: Playbook,
  notice: Notice,
  conversation: string,
): Promise<TranscriptEntry | null> {
  const { organisation } = playbook;
  const topic = noticeProcessOf(organisation, notice.id);
  const sent = await parts.store.latestDelivery({ topic, destination: conversation, states: ['sent'] });
  if (sent === null) return null;
  const body = noticeBodyOf(sent);
  const subscription = await subscriptionAt(parts, organisation, conversation);
  const audience = audienceNow(playbook, notice, subscription, body);
  const at = parts.clock.now().epochMilliseconds + body.ahead;
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
  const message = parts.noticeWords.message(playbook, notice, audience, now);
  return {
    ...{ id: sent.id, at: notice.publishedAt ?? body.at, said: null, pictures: [] },
    replies: [{ key: body.key, replaces: null, message }],
  };
}
