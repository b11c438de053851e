import type { Applied, NoticeCommand } from '../../domain/notices/commands.ts';
import type { Author, Notice } from '../../domain/notices/notice.ts';
import { StoreError } from '../../ports/store/error.ts';
import type { Receipt } from '../../ports/store/inbox.ts';
import type { Store } from '../../ports/store.ts';
import { derivedName, noticeProcessOf, referenceOf } from '../names.ts';
import { KINDS } from '../record-codecs.ts';
import { type DoneCommand, doneCommand } from './done-command.ts';
import { NOTICE_EVENTS, type NoticeEvent } from './events.ts';

/** A command about a notice that comes from outside of any conversation. */
export interface OutsideCommand {
  /** Names it for ever: the same again is done once, and answered the same. At most 200 characters. */
  readonly id: string;
  readonly organisation: string;
  /** What it is about; null for one that makes a notice. */
  readonly notice: string | null;
  readonly command: NoticeCommand;
  readonly by: Author;
}

const ID_CHARACTERS = 200;
/** References that are looked at for a new notice; that one is taken happens once in a million million. */
const REFERENCES = 20;

/** Brings commands into the processes of notices, and what came of them back. */
export class NoticeCommands {
  readonly #store: Store;
  readonly #wake: () => void;
  readonly #waiting = new Map<string, Set<PromiseWithResolvers<void>>>();

  /** @param wake told that there is something to do */
  constructor(store: Store, wake: () => void) {
    this.#store = store;
    this.#wake = wake;
  }

  /**
   * Does a command; resolves once it is committed, or refused by the domain. A notice that is made by it has its reference.
   * @throws StoreError `invalid` for an id that is no key, and if it could not be done
   */
  async do(command: OutsideCommand, receivedAt: number): Promise<Applied> {
    const { organisation, by } = command;
    if (command.id.length === 0 || command.id.length > ID_CHARACTERS)
      throw new StoreError('invalid', `the id of a command takes 1 to ${ID_CHARACTERS} characters`);
    const id = derivedName(`command/${organisation}/`, command.id);
    const before = await doneCommand(this.#store, organisation, id);
    if (before !== null) return this.#applied(organisation, before);
    const isNew = command.notice === null;
    const notice = command.notice ?? (await this.#newReference(organisation, id));
    const what = { kind: 'commanded', command: command.command, by, isNew } as const;
    // Another may have asked for the same, and it was done before this began to wait.
    const isDone = async () => (await doneCommand(this.#store, organisation, id)) !== null;
    await this.#processed(id, { organisation, subject: notice, ahead: 0, what }, receivedAt, isDone);
    const done = await doneCommand(this.#store, organisation, id);
    if (done === null) throw new StoreError('invalid', 'The command could not be done; the log tells more.');
    return this.#applied(organisation, done);
  }

  /** What failed of a notice's present revision waits again. */
  async retry(organisation: string, notice: string, receivedAt: number): Promise<void> {
    const id = derivedName(`retry/${receivedAt}/`, noticeProcessOf(organisation, notice));
    const event = { organisation, subject: notice, ahead: 0, what: { kind: 'retry' } } as const;
    // Asked for twice in the same millisecond it is done once.
    await this.#processed(id, event, receivedAt, async (receipt) => receipt.outcome === 'duplicate');
  }

  /** Takes an event in, and waits until it is processed, unless it is already. */
  async #processed(
    id: string,
    event: NoticeEvent,
    receivedAt: number,
    isDone: (receipt: Receipt) => Promise<boolean>,
  ): Promise<void> {
    const conversation = NOTICE_EVENTS.conversationOf(event.organisation, event.subject);
    const waiting = this.#wait(id);
    try {
      const body = NOTICE_EVENTS.body(event);
      const receipt = await this.#store.receive({ id, conversation, receivedAt, body });
      if (await isDone(receipt)) return;
      this.#wake();
      await waiting.promise;
    } finally {
      this.#forget(id, waiting);
    }
  }

  /** An event was processed. */
  tell(id: string): void {
    for (const { resolve } of this.#waiting.get(id) ?? []) resolve();
  }

  /** Nothing more is done: who waits is told so. What was taken in is done after the next start. */
  stop(): void {
    const closed = new StoreError('closed', 'The service is ending; ask again with the same id.');
    for (const waiting of this.#waiting.values()) for (const { reject } of waiting) reject(closed);
  }

  #wait(id: string): PromiseWithResolvers<void> {
    const waiting = Promise.withResolvers<void>();
    // Nobody may be listening yet when the service ends.
    waiting.promise.catch(() => undefined);
    this.#waiting.set(id, (this.#waiting.get(id) ?? new Set()).add(waiting));
    return waiting;
  }

  #forget(id: string, waiting: PromiseWithResolvers<void>): void {
    const all = this.#waiting.get(id);
    all?.delete(waiting);
    if (all?.size === 0) this.#waiting.delete(id);
  }

  /** The first reference of a command that is not taken: the same when the command comes again before it is done. */
  async #newReference(organisation: string, id: string): Promise<string> {
    for (let taken = 0; taken < REFERENCES; taken++) {
      const notice = referenceOf(id, taken);
      const record = await this.#store.record({ organisation, kind: KINDS.notice, id: notice });
      if (record === null) return notice;
    }
    throw new StoreError(
      'invalid',
      'There is no free reference for the notice; give the command another id.',
    );
  }

  async #applied(organisation: string, { notice: id, faults, news }: DoneCommand): Promise<Applied> {
    if (faults !== null) return { outcome: 'refused', faults };
    const record = await this.#store.record({ organisation, kind: KINDS.notice, id });
    return { outcome: 'done', notice: record?.body as unknown as Notice, news };
  }
}
