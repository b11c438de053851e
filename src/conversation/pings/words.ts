import type { Escalation, Ping, PingDeed } from '../../domain/escalation/escalation.ts';
import { inLanguage, type Language, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { isKept, type Report } from '../../domain/reports/report.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { say, type TextValues } from '../../locales/say.ts';
import { type Choice, type Fact, MESSAGE_LIMITS, type ReceiptMessage } from '../messages.ts';
import { cut } from '../plain-text/clean.ts';
import { className } from '../words/class-name.ts';
import { momentInWords } from '../words/moment.ts';
import { pingChoiceId } from './standing.ts';

/** An escalation, and for whose eyes its message is made. */
export interface PingView {
  readonly playbook: Playbook;
  readonly escalation: Escalation;
  /** Its first reports. */
  readonly reports: readonly Report[];
  /** As which contact they are asked. */
  readonly contact: string;
  readonly language: Language;
  readonly now: Temporal.ZonedDateTime;
}

/** What somebody sees who is asked to take something: what it is about, who has it, and what they can do. */
export function pingMessage(view: PingView): ReceiptMessage {
  const { escalation, reports, language } = view;
  const words = new PingWords(view);
  const { state } = escalation;
  return {
    ...{ kind: 'receipt', language, title: words.title, reference: escalation.matter.reports[0] ?? '' },
    state: words.state,
    tone: state === 'acknowledged' ? 'good' : state === 'closed' ? 'plain' : 'warning',
    facts: words.facts,
    pictures: reports.flatMap(({ pictures }) => pictures.filter(isKept)).slice(0, 3),
    history: words.history,
    notes: words.notes,
    choices: words.choices,
  };
}

/** The same as a letter, in which nothing can be pressed: it says where to answer. */
export function pingLetter(view: PingView): ReceiptMessage {
  const message = pingMessage(view);
  if (message.choices.length === 0) return message;
  return { ...message, notes: [...message.notes, say(view.language, 'mail.ping-footer')] };
}

/** Asked long ago or of many: the latest are shown. */
const MOST_SHOWN = 10;

/** The words of one view. */
class PingWords {
  readonly #view: PingView;
  readonly #ping: Ping | undefined;

  constructor(view: PingView) {
    this.#view = view;
    this.#ping = view.escalation.pings.findLast(({ contact }) => contact === view.contact);
  }

  get title(): string {
    const { escalation } = this.#view;
    if (escalation.matter.kind === 'judge') return this.#say('ping.title-judge');
    if (escalation.matter.kind === 'order') return this.#say('ping.title-order');
    const isCritical = escalation.situation.class === 'critical';
    const kind = this.#ping?.kind ?? 'ping';
    return this.#say(
      kind === 'ping' ? (isCritical ? 'ping.title-critical' : 'ping.title') : `ping.title-${kind}`,
    );
  }

  get state(): string {
    const { escalation, contact } = this.#view;
    const { taken, state } = escalation;
    if (taken !== null && state === 'acknowledged') {
      const isOnIt = escalation.pings.findLast((ping) => ping.contact === taken.contact)?.state === 'on-it';
      const key = isOnIt ? 'ping.state-on-it' : 'ping.state-acknowledged';
      return this.#say(key, { who: this.#who(taken.contact, taken.by.name), at: this.#moment(taken.at) });
    }
    const own = this.#ping?.state;
    if (state === 'exhausted' && own === 'approved') return this.#say('ping.state-approved-numbers');
    if (state !== 'open') return this.#say(`ping.state-${state}`);
    if (own === 'passed-on' || own === 'declined' || own === 'approved')
      return this.#say(`ping.state-${own}`);
    const waits = escalation.rung?.contacts.includes(contact) === true;
    return this.#say(waits ? 'ping.state-open' : 'ping.state-others');
  }

  get facts(): Fact[] {
    const { playbook, escalation, reports, language } = this.#view;
    const [first] = reports;
    if (first === undefined) return [];
    const { name, email } = first.by ?? { name: null, email: null };
    const count = escalation.matter.reports.length;
    const facts: [TextKey, string | null][] = [
      ['fact.class', className(playbook, first.class, language)],
      ['fact.service', this.#named(playbook.services, first.service)],
      ['fact.what', first.what === '' ? null : first.what],
      ['fact.where', first.where ?? this.#named(playbook.sites, first.site)],
      ['fact.who', first.hit === null ? null : this.#say(`report.hit-${first.hit}`)],
      ['fact.since', first.since],
      ['fact.reporter', [name, email].filter((part) => part !== null).join(', ') || null],
      ['ping.fact-reach', first.contactBack],
      ['fact.reported', this.#moment(first.at)],
      ['ping.fact-more', count > 1 ? this.#say('ping.more', { count: count - 1 }) : null],
    ];
    const told = first.matter === undefined ? [] : first.trail;
    return [
      ...facts.flatMap(([label, value]) => (value === null ? [] : [{ label: this.#say(label), value }])),
      ...told.map(({ question, answer }) => ({ label: question, value: answer })),
    ];
  }

  /** Who was asked, and what came of it. */
  get history(): ReceiptMessage['history'] {
    return this.#view.escalation.pings.slice(-MOST_SHOWN).map(({ at, contact, state, by, note }) => ({
      at: this.#moment(at),
      text: this.#say(note === null ? 'ping.line' : 'ping.line-why', {
        who: this.#who(contact, by?.name ?? null),
        state: this.#say(`ping.asked-${state}`),
        note: note ?? '',
      }),
    }));
  }

  get notes(): string[] {
    const { playbook, escalation, contact } = this.#view;
    const { overtime } = escalation;
    const role = this.#role(contact);
    return [
      ...(this.#ping?.kind === 'overtime' && overtime === null ? [this.#say('ping.note-overtime')] : []),
      ...(this.#ping?.kind === 'called-in' && overtime !== null
        ? [this.#say('ping.note-called-in', { who: this.#role(overtime.contact) })]
        : []),
      this.#say('ping.note-as', { role, organisation: playbook.name }),
    ];
  }

  get choices(): Choice[] {
    const { escalation } = this.#view;
    return deedsFor(escalation, this.#view.contact).map((deed, i) => ({
      id: pingChoiceId({ escalation: escalation.id, deed }),
      label: cut(this.#say(`ping.do-${deed}`), MESSAGE_LIMITS.label),
      style: i === 0 ? 'main' : deed === 'pass-on' || deed === 'decline' ? 'quiet' : 'plain',
    }));
  }

  #who(contact: string, name: string | null): string {
    const role = this.#role(contact);
    return name === null ? role : this.#say('ping.who', { name, role });
  }

  #role(contact: string): string {
    const found = this.#view.playbook.contacts.get(contact);
    return found === undefined ? contact : this.#local(found.role);
  }

  #named(all: ReadonlyMap<string, { readonly name: LocalText }>, id: string | null): string | null {
    const found = all.get(id ?? '');
    return found === undefined ? null : this.#local(found.name);
  }

  #local(text: LocalText): string {
    return inLanguage(text, this.#view.language, this.#view.playbook.languages);
  }

  #moment(at: number): string {
    const { playbook, now, language } = this.#view;
    const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
    return momentInWords(moment, now, language);
  }

  #say(key: TextKey, values: TextValues = {}): string {
    return say(this.#view.language, key, values);
  }
}

/** How whoever reported something is reached; empty: nobody knows. */
export function waysToReach({ by, contactBack }: Pick<Report, 'by' | 'contactBack'>): string {
  const ways = [by?.name, contactBack, by?.phone, by?.email];
  return [...new Set(ways.filter((way) => way != null && way !== ''))].join(', ');
}

/** What can be done with it by whoever holds a contact, the likeliest first. */
export function deedsFor({ state, taken, pings, overtime }: Escalation, contact: string): PingDeed[] {
  const ping = pings.findLast((each) => each.contact === contact);
  if (state === 'closed' || ping === undefined) return [];
  if (state === 'acknowledged') {
    if (taken?.contact !== contact) return [];
    return ping.state === 'on-it' ? ['call-me', 'pass-on'] : ['on-it', 'call-me', 'pass-on'];
  }
  if (ping.kind === 'overtime') {
    if (overtime !== null) return [];
    return ping.state === 'waiting' ? ['approve', 'decline', 'call-me'] : ['approve', 'call-me'];
  }
  return ping.state === 'waiting'
    ? ['acknowledge', 'on-it', 'call-me', 'pass-on']
    : ['acknowledge', 'on-it', 'call-me'];
}
