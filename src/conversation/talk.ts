import { withEntries } from '../domain/absence/book.ts';
import type { AwayBook } from '../domain/absence/entry.ts';
import type { Notice, OutageNotice } from '../domain/notices/notice.ts';
import type { Subscription } from '../domain/notices/subscription.ts';
import { isOpen, outageOf } from '../domain/notices/view.ts';
import { inLanguage, type Language, type LocalText } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { DirectoryEntry } from '../domain/people/directory.ts';
import type { Outage, OutageProposal } from '../domain/reports/outage.ts';
import type { Report } from '../domain/reports/report.ts';
import type { TextKey } from '../locales/catalogue.ts';
import { LOCALE_TAGS, say, type TextValues } from '../locales/say.ts';
import type { Action } from './actions.ts';
import type { Effect } from './effects.ts';
import type { Profile, TurnEvent } from './event.ts';
import type { Flow } from './flows/flow.ts';
import { languageFor } from './language.ts';
import { type Choice, MESSAGE_LIMITS, type Message, type Reply } from './messages.ts';
import { cut } from './plain-text/clean.ts';
import type { Spent } from './spent.ts';
import { type ConversationState, type Offer, type Reminder, STATE_LIMITS } from './state.ts';
import type { TurnResult } from './turn.ts';

/** A message without what every message has. */
type Told<M> = M extends Message
  ? Omit<M, 'language' | 'choices'> & { readonly language?: Language; readonly choices?: readonly Choice[] }
  : never;
export type NewMessage = Told<Message>;

const NOBODY: Profile = { role: null, site: null, language: null, contactBack: null };

/** What one turn works on: what is known, and what it says and wants. Made for one turn and then thrown away. */
export class Talk {
  readonly playbook: Playbook;
  readonly event: TurnEvent;
  readonly now: Temporal.ZonedDateTime;
  readonly before: ConversationState;
  language: Language;
  flow: Flow | null;
  left: readonly Flow[];
  reminders: readonly Reminder[];
  ticked: Readonly<Record<string, readonly string[]>>;
  unclear: ConversationState['unclear'];
  ledgers: NonNullable<ConversationState['ledgers']>;
  cards: NonNullable<ConversationState['cards']>;
  digest: NonNullable<ConversationState['digest']>;
  readonly #number: number;
  readonly #replies: Reply[] = [];
  readonly #effects: Effect[] = [];
  readonly #offers: Offer[] = [];
  #spent: Spent | null = null;
  #profile: Profile;

  constructor(playbook: Playbook, state: ConversationState, event: TurnEvent, now: Temporal.ZonedDateTime) {
    this.playbook = playbook;
    this.event = event;
    this.now = now;
    this.before = state;
    this.#number = state.turns + 1;
    this.#profile = event.known.profile ?? NOBODY;
    this.language = languageFor(playbook, state, event);
    this.flow = state.flow;
    this.left = state.left;
    this.reminders = state.reminders;
    this.ticked = state.ticked;
    this.unclear = state.unclear;
    this.ledgers = state.ledgers ?? {};
    this.cards = state.cards ?? {};
    this.digest = state.digest ?? [];
  }

  /** Which turn of the conversation this is; names the flows that begin in it. */
  get number(): number {
    return this.#number;
  }

  get profile(): Profile {
    return this.#profile;
  }

  /** The person's own manager, as the directory knows them. */
  get manager(): DirectoryEntry | null {
    return this.event.known.identity?.manager ?? null;
  }

  /** The person's role: as the channel knows it, else as they told. Unknown words of an older playbook count as none. */
  get role(): string | null {
    const { roles } = this.playbook;
    return knownId(roles, this.event.from.role) ?? knownId(roles, this.#profile.role);
  }

  /** The person's unit, likewise. */
  get site(): string | null {
    return knownId(this.playbook.sites, this.event.from.site ?? this.#profile.site);
  }

  /** The key of the message that was told last. */
  get lastKey(): string {
    return this.#key(this.#replies.length);
  }

  get hasSpoken(): boolean {
    return this.#replies.length > 0;
  }

  say(key: TextKey, values: TextValues = {}): string {
    return say(this.language, key, values);
  }

  /** A text of the playbook in the person's language. */
  local(text: LocalText): string {
    return inLanguage(text, this.language, this.playbook.languages);
  }

  serviceName(id: string | null): string | null {
    const service = this.playbook.services.get(id ?? '');
    return service === undefined ? null : this.local(service.name);
  }

  siteName(id: string | null): string | null {
    const site = this.playbook.sites.get(id ?? '');
    return site === undefined ? null : this.local(site.name);
  }

  /** Something to press on the message that is told next. */
  offer(label: string, action: Action, style: Choice['style'] = 'plain'): Choice {
    const id = `${this.#number}-${this.#offers.length + 1}`;
    const short = cut(label, MESSAGE_LIMITS.label);
    this.#offers.push({ id, on: this.#key(this.#replies.length + 1), action, label: short });
    return { id, label: short, style };
  }

  /** Keeps words of which the next message asks what they mean. */
  keepUnclear(text: string): void {
    this.unclear = { on: this.#key(this.#replies.length + 1), text };
  }

  /** Says a message; `replaces` is the key of the one whose place it takes. */
  tell(message: NewMessage, replaces: string | null = null): void {
    const whole = { choices: [], language: this.language, ...message } as Message;
    const key = this.#key(this.#replies.length + 1);
    this.#replies.push({ key, replaces, message: whole });
  }

  /** A message has been answered by one of its choices. */
  spend(spent: Spent): void {
    this.#spent = spent;
  }

  /** Says a sentence. */
  note(key: TextKey, values: TextValues = {}, tone: 'plain' | 'good' | 'warning' = 'plain'): void {
    this.tell({ kind: 'say', text: this.say(key, values), tone });
  }

  want(effect: Effect): void {
    this.#effects.push(effect);
    if (effect.effect === 'keep-profile') this.#profile = effect.profile;
  }

  /** Whether something of this sort is wanted already. */
  wants(effect: Effect['effect']): boolean {
    return this.#effects.some((wanted) => wanted.effect === effect);
  }

  /** A report of the speaker, as it is by now. */
  report(id: string): Report | null {
    const { user } = this.event.from;
    const own = this.#keptReports().filter((report) => report.user === user);
    return [...own, ...this.event.known.reports].find((report) => report.id === id) ?? null;
  }

  /** A report that the event may be about, whoever reported it, as it is by now. */
  case(id: string): Report | null {
    const { cases = [], reports, recent } = this.event.known;
    return (
      [...this.#keptReports(), ...cases, ...reports, ...recent].find((report) => report.id === id) ?? null
    );
  }

  /** What this turn keeps, the newest first. */
  #keptReports(): Report[] {
    return this.#effects
      .flatMap((effect) =>
        effect.effect === 'keep-report' || effect.effect === 'keep-case' ? [effect.report] : [],
      )
      .reverse();
  }

  /** The speaker's reports as they are by now, newest first. */
  reports(): readonly Report[] {
    const { reports } = this.event.known;
    const made = this.#effects.flatMap((effect) =>
      effect.effect === 'keep-report' ? [effect.report.id] : [],
    );
    const ids = new Set([...made, ...reports.map(({ id }) => id)]);
    return [...ids].map((id) => this.report(id)).filter((report) => report !== null);
  }

  /** Who is away by now; null: the organisation keeps no absences. */
  get away(): AwayBook | null {
    const { away } = this.event.known;
    if (away === undefined) return null;
    const told = this.#effects.flatMap((effect) => (effect.effect === 'keep-away' ? effect.entries : []));
    return told.length === 0 ? away : withEntries(away, told, this.now.epochMilliseconds);
  }

  /** Announced outages as they are by now. */
  outages(): readonly Outage[] {
    const now = this.now.epochMilliseconds;
    return this.notices()
      .filter((notice) => isOpen(notice, now))
      .flatMap((notice) => (notice.kind === 'outage' ? [outageOf(notice)] : []));
  }

  /** Notices as they are by now: those that are known, and what this turn changed, whatever became of it. */
  notices(): readonly Notice[] {
    const changed = this.#effects.flatMap((effect) =>
      effect.effect === 'keep-notice' ? [effect.notice] : [],
    );
    const latest = new Map(changed.map((notice) => [notice.id, notice]));
    return [...latest.values(), ...this.event.known.notices.filter(({ id }) => !latest.has(id))];
  }

  /** A notice that is known, or was until a day ago, as it is by now; null: nothing is known of it. */
  knownNotice(id: string): Notice | null {
    return [...this.notices(), ...this.event.known.ended].find((notice) => notice.id === id) ?? null;
  }

  /** A published outage that is not over, with all that is known of it. */
  outageNotice(id: string): OutageNotice | null {
    const now = this.now.epochMilliseconds;
    const found = this.notices().find((notice) => notice.id === id && isOpen(notice, now));
    return found?.kind === 'outage' ? found : null;
  }

  /** What this conversation, or its room, is subscribed to by now; null: nothing. */
  get subscription(): Subscription | null {
    const last = this.#effects.findLast(
      ({ effect }) => effect === 'keep-subscription' || effect === 'drop-subscription',
    );
    if (last?.effect === 'keep-subscription') return last.subscription;
    return last === undefined ? this.event.known.subscription : null;
  }

  /** A notice as an author sees it: waiting, published or over. */
  authored(id: string): Notice | null {
    return [...this.notices(), ...this.event.known.past].find((notice) => notice.id === id) ?? null;
  }

  /** "English", in the person's language. */
  languageName(language: Language): string {
    // "norsk", not "norsk bokmål": there is only one Norwegian here.
    const tag = language === 'nb' ? 'no' : language;
    return new Intl.DisplayNames(LOCALE_TAGS[this.language], { type: 'language' }).of(tag) ?? language;
  }

  proposal(id: string): OutageProposal | null {
    return this.event.known.proposals.find((proposal) => proposal.id === id) ?? null;
  }

  /** What the turn came to. */
  result(): TurnResult {
    const spoke = ['said', 'pressed', 'wished'].includes(this.event.what.kind);
    return {
      state: {
        schema: 1,
        turns: this.#number,
        language: this.language,
        flow: this.flow,
        left: this.left.slice(0, STATE_LIMITS.left),
        offers: [...this.before.offers, ...this.#offers].slice(-STATE_LIMITS.offers),
        reminders: this.reminders.slice(-STATE_LIMITS.reminders),
        ticked: Object.fromEntries(Object.entries(this.ticked).slice(-STATE_LIMITS.ticked)),
        unclear: this.unclear,
        ledgers: Object.fromEntries(Object.entries(this.ledgers).slice(-STATE_LIMITS.ledgers)),
        cards: Object.fromEntries(Object.entries(this.cards).slice(-STATE_LIMITS.cards)),
        digest: this.digest.slice(-STATE_LIMITS.digest),
        heard: spoke ? this.now.epochMilliseconds : this.before.heard,
      },
      replies: this.#replies,
      effects: this.#effects,
      spent: this.#replies.some(({ replaces }) => replaces === this.#spent?.key) ? null : this.#spent,
    };
  }

  #key(reply: number): string {
    return `${this.#number}.${reply}`;
  }
}

function knownId(all: ReadonlyMap<string, unknown>, id: string | null): string | null {
  return id !== null && all.has(id) ? id : null;
}
