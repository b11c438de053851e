import type { Effect } from '../../src/conversation/effects.ts';
import {
  type Happening,
  KNOWN_LIMITS,
  type Known,
  type Profile,
  type Room,
  type Speaker,
} from '../../src/conversation/event.ts';
import type { Choice, Message, Reply } from '../../src/conversation/messages.ts';
import { plainText } from '../../src/conversation/plain-text/plain-text.ts';
import { type ConversationState, NEW_CONVERSATION } from '../../src/conversation/state.ts';
import { type TurnResult, turn } from '../../src/conversation/turn.ts';
import { isWriting } from '../../src/conversation/writing.ts';
import { withAway } from '../../src/domain/absence/announced.ts';
import { withEntries } from '../../src/domain/absence/book.ts';
import { type AwayBook, NOBODY_AWAY } from '../../src/domain/absence/entry.ts';
import type { Signature } from '../../src/domain/commitment/commitment.ts';
import type { Notice } from '../../src/domain/notices/notice.ts';
import { grouped } from '../../src/domain/notices/subscribers.ts';
import type { Subscription } from '../../src/domain/notices/subscription.ts';
import { isEnded, isOpen, isRecentlyEnded } from '../../src/domain/notices/view.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { maySeePrivate, withoutPrivate } from '../../src/domain/people/access.ts';
import type { Identity } from '../../src/domain/people/directory.ts';
import { Listing } from '../../src/domain/people/listing.ts';
import type { Person as DirectoryPerson } from '../../src/domain/people/person.ts';
import type { OutageProposal } from '../../src/domain/reports/outage.ts';
import type { Report } from '../../src/domain/reports/report.ts';
import { awayKnown } from '../../src/runtime/away/known.ts';
import { maySeeBoard } from '../../src/runtime/board/known.ts';
import { idsOf } from '../../src/runtime/cases/known.ts';
import { readingAsked } from '../../src/runtime/notices/reading.ts';
import { TownCases } from './cases.ts';
import { at } from './playbooks.ts';

/** What an organisation's conversations have in common, kept in plain memory. */
export class Town {
  readonly playbook: Playbook;
  now: Temporal.ZonedDateTime;
  readonly reports = new Map<string, Report>();
  readonly profiles = new Map<string, Profile>();
  readonly identities = new Map<string, Identity>();
  readonly notices = new Map<string, Notice>();
  readonly subscriptions = new Map<string, Subscription>();
  readonly readers = new Set<string>();
  /** Notices whose readers were reminded. */
  readonly reminded = new Set<string>();
  readonly proposals = new Map<string, OutageProposal>();
  readonly hits = new Set<string>();
  readonly signatures = new Map<string, Signature>();
  /** Who is away, as it was told. */
  away: AwayBook = NOBODY_AWAY;
  /** Who was read into the directory, before anybody spoke. */
  persons: readonly DirectoryPerson[] = [];
  #listing: Listing | null = null;
  #events = 0;
  readonly #desk: Person;
  readonly #people = new Map<string, Person>();
  readonly cases = new TownCases(this);
  readonly #waiting: (() => void)[] = [];

  constructor(playbook: Playbook, local: string) {
    this.playbook = playbook;
    this.now = at(playbook, local);
    this.#desk = new Person(this, 'desk', { desk: true });
  }

  get desk(): Person {
    return this.#desk;
  }

  /** @param room where they talk with the bot, if others read along there */
  person(user: string, about: Partial<Speaker> = {}, room?: Room): Person {
    const person = new Person(this, user, about, room);
    this.#people.set(user, person);
    return person;
  }

  get people(): readonly Person[] {
    return [...this.#people.values()];
  }

  personCalled(user: string): Person | undefined {
    return user === 'desk' ? this.#desk : this.#people.get(user);
  }

  /** What turns brought about for others comes after them, as it does in the runtime. */
  settle(): void {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) next();
  }

  /** Whom the directory finds by what was said, as the runtime finds them. */
  peopleFor(from: Speaker, what: Happening, inRoom: boolean): Pick<Known, 'people'> {
    if (what.kind !== 'said' || this.playbook.directory === null) return {};
    this.#listing ??= new Listing(this.playbook, this.persons);
    const result = this.#listing.search(what.text);
    const sees = !inRoom && maySeePrivate(this.playbook, from, this.identities.get(from.user) ?? null);
    return { people: sees ? result : withoutPrivate(result) };
  }

  /** What they have to sign, and whether they did. */
  commitmentFor(user: string): Pick<Known, 'commitment'> {
    const { commitment } = this.playbook;
    if (commitment === null) return {};
    return {
      commitment: { signed: this.signatures.get(`${commitment.version}/${user}`) ?? null, copy: null },
    };
  }

  /** Who is away, as they may see it. */
  awayFor(from: Speaker): Pick<Known, 'away'> {
    const { playbook, identities, away } = this;
    if (playbook.away === null) return {};
    return awayKnown(playbook, from, identities.get(from.user) ?? null, { book: away, version: 1 });
  }

  /** Who has read a notice: those who are subscribed have it. */
  readingFor(notice: string | null): Pick<Known, 'reading'> {
    if (notice === null) return {};
    const has = (user: string): boolean => this.readers.has(`${notice}/${user}`);
    const people = [...this.subscriptions.values()].flatMap(({ user }) => user ?? []);
    const named = (names: string[]) => ({
      ...{ names: names.slice(0, KNOWN_LIMITS.names), count: names.length, more: false },
    });
    const read = [...this.readers].filter((mark) => mark.startsWith(`${notice}/`));
    return {
      reading: {
        ...{ notice, reminded: this.reminded.has(notice) },
        read: named(read.map((mark) => mark.slice(notice.length + 1))),
        unread: named(people.filter((user) => !has(user))),
      },
    };
  }

  /** Ids as the runtime would make them: the same for the same event. */
  nextEvent(): { id: string; reference: string } {
    this.#events += 1;
    const number = String(this.#events).padStart(4, '0');
    return { id: `e${this.#events}`, reference: `TEST-${number}` };
  }

  known(user: string, conversation = `test/${user}`, writing = false, about: readonly string[] = []): Known {
    const newest = [...this.reports.values()].reverse();
    return {
      profile: this.profiles.get(user) ?? null,
      identity: this.identities.get(user) ?? null,
      reports: newest.filter((report) => report.user === user).slice(0, KNOWN_LIMITS.reports),
      notices: [...this.notices.values()]
        .filter((notice) => isOpen(notice, this.now.epochMilliseconds) || notice.publication === 'to-confirm')
        .slice(0, KNOWN_LIMITS.notices),
      ended: [...this.notices.values()]
        .filter((notice) => isRecentlyEnded(notice, this.now.epochMilliseconds))
        .slice(0, KNOWN_LIMITS.ended),
      past: [...this.notices.values()]
        .filter((notice) => isEnded(notice, this.now.epochMilliseconds))
        .slice(0, KNOWN_LIMITS.ended),
      subscribers: writing ? grouped(this.subscriptions.values(), false) : null,
      subscription: this.subscriptions.get(conversation) ?? null,
      cases: about.flatMap((id) => this.reports.get(id) ?? []),
      recent: newest.slice(0, KNOWN_LIMITS.recent),
      proposals: [...this.proposals.values()]
        .filter(({ state }) => state === 'open')
        .slice(0, KNOWN_LIMITS.proposals),
      hits: countsIn(this.hits),
      readers: countsIn(this.readers),
    };
  }

  /** As the runtime does it: whoever an outage hit is told its end. */
  #tellSolved({ notice, news }: Extract<Effect, { effect: 'keep-notice' }>): void {
    if (notice.kind !== 'outage' || notice.over === null || news !== 'important') return;
    const led = this.proposals.get(notice.proposal ?? '')?.reports ?? [];
    const reporters = [...this.reports.values()]
      .filter(({ id, outage, state }) => state !== 'withdrawn' && (outage === notice.id || led.includes(id)))
      .map(({ user }) => user);
    const hit = [...this.hits].flatMap((mark) =>
      mark.startsWith(`${notice.id}/`) ? [mark.split('/')[1]] : [],
    );
    for (const user of new Set([...reporters, ...hit]))
      this.#people.get(user ?? '')?.happen({ kind: 'works-again', outage: notice.id });
  }

  keep(user: string, effect: Effect): void {
    switch (effect.effect) {
      case 'keep-report':
        this.reports.set(effect.report.id, effect.report);
        this.#waiting.push(() => this.cases.happens(effect.report.id, { kind: 'changed' }));
        break;
      case 'keep-case': {
        const { report, news } = effect;
        this.reports.set(report.id, report);
        const told = { kind: 'told', revision: report.life.revision, news, by: `test/${user}` } as const;
        this.#waiting.push(() => this.cases.happens(report.id, told));
        break;
      }
      case 'keep-profile':
        this.profiles.set(user, effect.profile);
        break;
      case 'keep-identity':
        this.identities.set(user, effect.identity);
        break;
      case 'keep-away':
        this.away = withEntries(this.away, effect.entries, this.now.epochMilliseconds);
        break;
      case 'sign':
        this.signatures.set(`${effect.signature.version}/${user}`, effect.signature);
        break;
      case 'me-too':
        this.hits.add(`${effect.outage}/${user}`);
        break;
      case 'keep-notice':
        this.notices.set(effect.notice.id, effect.notice);
        this.#tellSolved(effect);
        break;
      case 'keep-subscription':
        this.subscriptions.set(effect.subscription.destination, effect.subscription);
        break;
      case 'drop-subscription':
        this.subscriptions.delete(effect.destination);
        break;
      case 'read-notice':
        this.readers.add(`${effect.notice}/${user}`);
        break;
      case 'ask-confirm':
        this.#desk.happen({ kind: 'to-confirm', notice: effect.notice });
        break;
      case 'remind-readers':
        this.reminded.add(effect.notice);
        break;
      case 'retry-notice':
        break;
      case 'keep-proposal':
        this.proposals.set(effect.proposal.id, effect.proposal);
        break;
      case 'propose':
        this.#desk.happen({ kind: 'proposed', proposal: effect.proposal });
        break;
    }
  }
}

/** How many marks `id/user` there are of each id. */
function countsIn(marks: ReadonlySet<string>): Record<string, number> {
  const grouped = Map.groupBy(marks, (mark) => mark.split('/')[0] ?? '');
  return Object.fromEntries(grouped.entries().map(([id, all]) => [id, all.length]));
}

/** Somebody who talks with the bot, straight through the pure core. */
export class Person {
  readonly #town: Town;
  readonly from: Speaker;
  readonly #room: Room | undefined;
  state: ConversationState = NEW_CONVERSATION;
  /** The answer to the last thing that happened. */
  replies: readonly Reply[] = [];
  /** The message that the last thing answered. */
  spent: TurnResult['spent'] = null;
  /** Everything that was said to this person. */
  readonly transcript: Reply[] = [];
  /** Whether they ever wrote or pressed something: only then can they be written to. */
  hasSpoken = false;

  constructor(town: Town, user: string, about: Partial<Speaker>, room?: Room) {
    this.#town = town;
    this.#room = room;
    this.from = { user, desk: false, locale: null, role: null, site: null, ...about };
  }

  happen(what: Happening): readonly Reply[] {
    const { user } = this.from;
    if (['said', 'pressed', 'wished', 'came'].includes(what.kind)) this.hasSpoken = true;
    const event = {
      ...{ ...this.#town.nextEvent(), conversation: this.conversation, from: this.from, what },
      ...(this.#room !== undefined && { room: this.#room }),
      known: {
        ...this.#town.known(
          ...([user, this.#room?.conversation, isWriting(this.state)] as const),
          idsOf(this.state, what),
        ),
        ...this.#board(what),
        ...this.#town.readingFor(readingAsked(this.state, what)),
        ...this.#town.commitmentFor(user),
        ...this.#town.awayFor(this.from),
        ...this.#town.peopleFor(this.from, what, this.#room !== undefined),
      },
    };
    // What is kept between turns is kept as JSON.
    const before = JSON.parse(JSON.stringify(this.state)) as ConversationState;
    const result = turn(
      withAway(this.#town.playbook, this.#town.away),
      before,
      JSON.parse(JSON.stringify(event)),
      this.#town.now,
    );
    this.state = result.state;
    this.replies = result.replies;
    this.spent = result.spent;
    this.transcript.push(...result.replies);
    for (const effect of result.effects) this.#town.keep(user, effect);
    this.#town.settle();
    return result.replies;
  }

  /** What somebody with a duty knows of the reports. */
  #board({ kind }: Happening): Pick<Known, 'board'> {
    const { playbook, identities, reports } = this.#town;
    const isAsked = ['said', 'pressed', 'wished', 'came'].includes(kind);
    if (!isAsked || !maySeeBoard(playbook, this.from, identities.get(this.from.user) ?? null)) return {};
    return { board: { reports: [...reports.values()], reminds: {}, pings: {}, signIn: null } };
  }

  get conversation(): string {
    return `test/${this.from.user}`;
  }

  say(text: string): readonly Reply[] {
    return this.happen({ kind: 'said', text, pictures: [] });
  }

  /** Presses the newest choice whose label begins so. */
  press(label: string): readonly Reply[] {
    return this.happen({ kind: 'pressed', choice: this.choice(label).id, fields: {} });
  }

  pressId(choice: string, fields: Record<string, string> = {}): readonly Reply[] {
    return this.happen({ kind: 'pressed', choice, fields });
  }

  /** Lets time pass, and what is due happen. */
  wait(duration: string): readonly Reply[] {
    const before = this.transcript.length;
    this.#town.now = this.#town.now.add(duration);
    this.#town.cases.ring();
    this.happen({ kind: 'due' });
    this.replies = this.transcript.slice(before);
    return this.replies;
  }

  /** The newest choice whose label begins so. */
  choice(label: string): Choice {
    for (const { message } of this.transcript.toReversed()) {
      const found = choicesOf(message).find((choice) => choice.label.startsWith(label));
      if (found !== undefined) return found;
    }
    throw new Error(`nobody offered "${label}"; the last message was:\n${this.text}`);
  }

  /** The last answer as text. */
  get text(): string {
    return this.replies.map(({ message }) => plainText(message)).join('\n---\n');
  }

  get labels(): string[] {
    return this.replies.flatMap(({ message }) => choicesOf(message).map(({ label }) => label));
  }
}

export function choicesOf(message: Message): readonly Choice[] {
  return message.kind === 'form' ? [...message.choices, message.submit] : message.choices;
}
