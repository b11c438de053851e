import type { Logger } from 'pino';
import type { Message } from '../../conversation/messages.ts';
import { mayBegin } from '../../domain/notices/audience.ts';
import type { Cause, Reason } from '../../domain/notices/cause.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Subscription } from '../../domain/notices/subscription.ts';
import { isFor } from '../../domain/notices/view.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MessageBody, Sending } from '../../ports/sender.ts';
import type { Json } from '../../ports/store/json.ts';
import type { Delivery } from '../../ports/store/outbox.ts';
import type { Store } from '../../ports/store.ts';
import { faultForLog } from '../fault.ts';
import { noticeProcessOf } from '../names.ts';
import { KINDS, readerId } from '../record-codecs.ts';
import { audienceNow, type NoticeBody, noticeBodyOf, supersededBy } from './delivery.ts';
import { hadBefore, heldBy } from './held.ts';
import { isElsewhere as isToldElsewhere } from './served/once.ts';
import { processState } from './state.ts';
import { type PlaybookChannels, subscriptionAt } from './subscriptions.ts';
import type { NoticeWords } from './words.ts';

/** What making the words of a notice needs from around it. */
export interface NoticeSendingParts {
  readonly store: Store;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly playbookChannels: PlaybookChannels;
  readonly noticeWords: NoticeWords;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A delivery with all that is known about it at the moment when it is sent. */
interface Known {
  readonly delivery: Delivery;
  readonly body: NoticeBody;
  readonly playbook: Playbook;
  readonly notice: Notice;
  readonly subscription: Subscription | null;
  /** The message that the destination has already, surely or perhaps. */
  readonly held: Delivery | null;
  /** By the notice's clock, in ms. */
  readonly at: number;
}

const notTried = ({ cause, sentence }: Reason): Sending => ({
  outcome: 'skipped',
  reason: sentence,
  ...(cause !== null && { cause }),
});
const because = (cause: Cause, sentence: string): Reason => ({ cause, sentence });
const TAKEN_BACK = because('taken-back', 'taken back before it was sent');
const ELSEWHERE = because('elsewhere', 'the same place got it by another of its names');
const GONE = because('taken-back', 'the notice, or its organisation, is not there any more');

/** Makes of a delivery of the kind `notice` one of the kind `message`, in the words that hold when it is sent. */
export class NoticeSending {
  readonly #parts: NoticeSendingParts;

  constructor(parts: NoticeSendingParts) {
    this.#parts = parts;
  }

  /**
   * The delivery as a channel takes it, or why it is not sent.
   * @param isBegun whether it may have been sent already: then it is not asked whether anybody still wants it
   * @throws StoreError
   */
  async carried(delivery: Delivery, isBegun: boolean): Promise<Delivery | Sending> {
    const known = await this.#known(delivery);
    if (known === null) return notTried(GONE);
    const unwanted = isBegun ? null : await this.#unwanted(known);
    if (unwanted !== null) return notTried(unwanted);
    try {
      return { ...delivery, kind: 'message', body: this.#message(known) as unknown as Json };
    } catch (cause) {
      this.#parts.log.error({ delivery: delivery.id, ...faultForLog(cause) }, 'a notice could not be worded');
      return { outcome: 'failed', reason: 'its words could not be made; the log tells more', cause: 'words' };
    }
  }

  async #known(delivery: Delivery): Promise<Known | null> {
    const { store, playbooks, clock } = this.#parts;
    const body = noticeBodyOf(delivery);
    const { organisation, notice: id, ahead } = body;
    const playbook = playbooks.get(organisation);
    const { destination } = delivery;
    const [record, subscription, held] = await Promise.all([
      store.record({ organisation, kind: KINDS.notice, id }),
      subscriptionAt(this.#parts, organisation, destination, true),
      heldBy(store, { organisation, id }, destination),
    ]);
    if (record === null || playbook === undefined) return null;
    const notice = record.body as unknown as Notice;
    const at = clock.now().epochMilliseconds + ahead;
    return { delivery, body, playbook, notice, subscription, held, at };
  }

  /** Why nobody wants it any more; null: it is wanted. */
  async #unwanted(known: Known): Promise<Reason | null> {
    const { body, notice, held, subscription } = known;
    if (body.echo !== null) return this.#unwantedEcho(known);
    if (body.revision < notice.revision) return supersededBy(notice.revision);
    if (held !== null) return null;
    if (notice.publication !== 'published') return TAKEN_BACK;
    const isElsewhere = subscription !== null && (await isToldElsewhere(this.#parts, notice, subscription));
    return isElsewhere ? ELSEWHERE : notAskedFor(known, mayBegin);
  }

  async #unwantedEcho(known: Known): Promise<Reason | null> {
    const { store } = this.#parts;
    const { body, notice, held, delivery } = known;
    const { organisation, revision, echo } = body;
    if (notice.publication !== 'published') return TAKEN_BACK;
    const unasked = notAskedFor(known, isFor);
    if (unasked !== null) return unasked;
    if (echo === 'read')
      return held === null ? because('never-arrived', 'it never arrived') : this.#read(known);
    const process = processState(await store.load(noticeProcessOf(organisation, body.notice)));
    if (process.echoed > revision) return supersededBy(process.echoed);
    const had = held !== null && (await hadBefore(store, body.notice, delivery.destination, revision));
    return had ? null : because('new-there', 'the message itself is new there');
  }

  async #read({ body, subscription }: Known): Promise<Reason | null> {
    const { organisation, notice } = body;
    const id = readerId(notice, subscription?.user ?? '');
    const read = await this.#parts.store.record({ organisation, kind: KINDS.reader, id });
    return read === null ? null : because('read', 'it has been read meanwhile');
  }

  #message(known: Known): MessageBody {
    const { body, held, delivery } = known;
    const { organisation, key, echo } = body;
    const before = held === null ? null : noticeBodyOf(held).key;
    return {
      ...{ organisation, conversation: delivery.destination, at: body.at, asked: false },
      reply: { key, replaces: echo === null ? before : null, message: this.#words(known) },
      thread: echo === 'important' ? before : null,
    };
  }

  #words({ body, playbook, notice, subscription, at }: Known): Message {
    const { noticeWords } = this.#parts;
    const audience = audienceNow(playbook, notice, subscription, body);
    const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
    if (body.echo === null) return noticeWords.message(playbook, notice, audience, now);
    const news = body.echo === 'important' ? 'important' : 'reminder';
    return noticeWords.echo(playbook, notice, audience, news, now);
  }
}

/** Why a destination does not ask for it now; null: it does. */
function notAskedFor({ playbook, notice, subscription, at }: Known, asks: typeof mayBegin): Reason | null {
  if (subscription === null) return because('unsubscribed', 'unsubscribed meanwhile');
  if (asks(playbook, notice, subscription, at)) return null;
  const { mutedUntil } = subscription;
  return mutedUntil !== null && mutedUntil > at
    ? because('muted', 'muted meanwhile')
    : because('unasked', 'does not ask for such notices any more');
}
