import type { Known } from '../conversation/event.ts';
import { isWriting } from '../conversation/writing.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { servedOf } from '../domain/organisation/served.ts';
import type { Clock } from '../ports/clock.ts';
import type { ClaimedEvent } from '../ports/store/inbox.ts';
import type { Store } from '../ports/store.ts';
import type { KeptBook } from './away/book.ts';
import { awayKnown } from './away/known.ts';
import { readBoardKnown } from './board/known.ts';
import type { SignInLinks } from './board/sign-in.ts';
import { withCases } from './cases/known.ts';
import { type CopyLinks, commitmentKnown, managersOf } from './commitment/signatures.ts';
import { unsignedKnown } from './commitment/unsigned.ts';
import { dutiesKnown } from './duties/known.ts';
import { aboutEscalation } from './escalations/known.ts';
import type { KeptInbound } from './inbound.ts';
import { readKnown } from './known.ts';
import { memoryOf } from './memory.ts';
import { readingAsked, readReading } from './notices/reading.ts';
import { type PrintLinks, paperKnown } from './paper/known.ts';
import { holderRecords } from './people/holders.ts';
import { peopleKnown } from './people/known.ts';
import { StoredPeople } from './people/stored-people.ts';
import type { Job } from './plan-turn.ts';
import { hasLeft, roomOf } from './reach.ts';
import { readSubscribers } from './subscribers.ts';

/** Where it is read from. */
export interface JobReaderParts {
  readonly store: Store;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  /** Left out: of its own. */
  readonly people?: StoredPeople;
  /** Left out: there is no page of copies here. */
  readonly copyLinks?: CopyLinks;
  /** Left out: there is no page to print here. */
  readonly printLinks?: PrintLinks;
  readonly transcripts: ReadonlySet<string>;
  readonly spending: ReadonlySet<string>;
  /** Left out: the board has no page here. */
  readonly signInLinks?: SignInLinks;
}

/** Reads all that the turn of an event in somebody's conversation is computed from. */
export class JobReader {
  readonly #parts: JobReaderParts;
  readonly #people: StoredPeople;

  constructor(parts: JobReaderParts) {
    this.#parts = parts;
    this.#people = parts.people ?? new StoredPeople(parts.store, parts.clock);
  }

  /** @throws StoreError */
  async read(
    event: ClaimedEvent,
    inbound: KeptInbound,
    playbook: Playbook,
    away: KeptBook | null,
  ): Promise<Job> {
    const { store, transcripts, spending } = this.#parts;
    const now = this.#now() + inbound.ahead;
    const served = servedOf(this.#parts.playbooks, inbound.organisation);
    const [stored, read, left] = await Promise.all([
      store.load(event.conversation),
      readKnown(store, inbound.from, roomOf(inbound) ?? event.conversation, {
        ...{ now, playbook, served: served.map(({ organisation }) => organisation) },
      }),
      hasLeft(store, inbound),
    ]);
    const memory = memoryOf(stored);
    const about = await aboutEscalation(store, inbound, memory.state);
    const known = await withCases(store, read, memory.state, inbound);
    const holders = await holderRecords(store, playbook, inbound, {
      ...{ conversation: event.conversation, identity: known.known.identity, at: now },
      language: memory.state.language ?? inbound.from.locale,
    });
    const job: Job = {
      ...{ event, inbound, playbook, memory, away, transcripts, spending, left, holders, now: this.#now() },
      served: served.map(({ organisation }) => organisation),
      department: this.#parts.playbooks.get(playbook.servedBy?.organisation ?? '') ?? null,
      ...{ managers: [], known },
    };
    const [more, asked] = [await this.#moreKnown(job, now), await this.#askedKnown(job, served)];
    const whole = { ...known, known: { ...known.known, ...about, ...more, ...asked } };
    return { ...job, known: whole, managers: await this.#managers({ ...job, known: whole }) };
  }

  /** What the playbook keeps of people, and what the speaker may do. @param at by the conversation's clock, in ms */
  async #moreKnown(
    { event, inbound, playbook, memory, away, known }: Job,
    at: number,
  ): Promise<Partial<Known>> {
    const { store, signInLinks = null, copyLinks = null, printLinks: links = null } = this.#parts;
    const { identity } = known.known;
    const board = await readBoardKnown(store, signInLinks, { playbook, inbound, identity, event: event.id });
    const text = memory.state.unclear?.text ?? '';
    const people = await peopleKnown(this.#people, playbook, inbound, { identity, text });
    const commitment = await commitmentKnown(store, playbook, inbound.from.user, copyLinks);
    return {
      ...people,
      ...awayKnown(playbook, inbound.from, identity, away),
      ...(await dutiesKnown(store, playbook, inbound, { identity, now: at })),
      ...(await paperKnown(store, playbook, inbound, { identity, links })),
      ...(await unsignedKnown({ store, people: this.#people }, playbook, inbound, identity)),
      ...(commitment !== undefined && { commitment }),
      ...(board !== undefined && { board }),
    };
  }

  /** What is read only where the conversation is at it. */
  async #askedKnown(
    { inbound, playbook, memory, served }: Job,
    playbooks: readonly Playbook[],
  ): Promise<Partial<Known>> {
    const { store } = this.#parts;
    const asked = readingAsked(memory.state, inbound.what);
    return {
      ...(asked !== null && { reading: await readReading(store, [playbook.organisation, ...served], asked) }),
      ...(isWriting(memory.state) && { subscribers: await readSubscribers(store, playbook, playbooks) }),
    };
  }

  /** Who hears of it, where the speaker is about to sign. */
  async #managers({ inbound, playbook, memory, known }: Job): Promise<Job['managers']> {
    const { commitment, profile } = known.known;
    if (commitment?.signed !== null || memory.state.flow?.name !== 'sign') return [];
    return managersOf(this.#parts.store, playbook, inbound.from.site ?? profile?.site ?? null);
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}
