import type { Answer, AnsweredContact, AnsweredStep } from '../../domain/contacts/answer.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { instantIn } from '../../domain/contacts/who.ts';
import { inLanguage, type Language, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { DirectoryEntry } from '../../domain/people/directory.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { LOCALE_TAGS, say } from '../../locales/say.ts';
import { className } from '../words/class-name.ts';
import { memoryMark } from '../words/from-memory.ts';
import { durationInWords, fullMoment, momentInWords } from '../words/moment.ts';
import { type PhoneInWords, phoneInWords } from '../words/phone.ts';
import type { AnswerInWords, ContactInWords, StepInWords } from './answer-in-words.ts';
import { type Audience, isHiddenFrom } from './audience.ts';
import { coveredUntil, isSure } from './cover.ts';
import { type OwnManager, ownManagerAt } from './own-manager.ts';
import { hasAddress, headingFor, isCalled } from './ways.ts';

/**
 * Says an answer in a language.
 * @param manager the reader's own manager by the directory: who it is stands beside the contact that means them
 */
export function answerInWords(
  playbook: Playbook,
  answer: Answer,
  language: Language,
  audience: Audience,
  manager: DirectoryEntry | null = null,
): AnswerInWords {
  return new Wording(playbook, answer, language, audience, manager).all();
}

class Wording {
  readonly #playbook: Playbook;
  readonly #answer: Answer;
  readonly #language: Language;
  readonly #audience: Audience;
  readonly #manager: DirectoryEntry | null;

  constructor(
    playbook: Playbook,
    answer: Answer,
    language: Language,
    audience: Audience,
    manager: DirectoryEntry | null,
  ) {
    this.#manager = audience === 'trusted' ? manager : null;
    this.#playbook = playbook;
    this.#answer = answer;
    this.#language = language;
    this.#audience = audience;
  }

  all(): AnswerInWords {
    const { emergency } = this.#playbook;
    const { class: matterClass, sameStepsUntil, at } = this.#answer;
    return {
      title: this.#say('who.title'),
      matter: className(this.#playbook, matterClass, this.#language),
      status: this.#status(),
      tone: this.#tone(),
      emergency: emergency === null || matterClass !== 'critical' ? null : this.#emergency(emergency),
      skipped: [
        ...memoryMark(this.#playbook, this.#language, at),
        ...this.#away(this.#answer.skipped.flatMap((step) => step.contacts)),
      ],
      steps: this.#answer.steps.map((step, i) => this.#step(step, this.#answer.steps[i - 1])),
      last: this.#isNamed(this.#playbook.fallback) ? null : this.#last(),
      holds:
        sameStepsUntil === null
          ? this.#say('who.holds-always')
          : this.#say('who.holds-until', { until: this.#moment(sameStepsUntil) }),
      asOf: this.#say('who.checked-at', { at: fullMoment(at, this.#language) }),
    };
  }

  #status(): string {
    const { open, reason, opens } = this.#answer;
    if (!open) {
      const why = this.#say(`reason.${reason}`);
      if (opens === null) return this.#say('who.closed', { reason: why });
      return this.#say('who.closed-opens', { reason: why, opens: this.#moment(opens) });
    }
    const [first] = this.#answer.steps;
    const until = coveredUntil(first);
    if (until !== null)
      return this.#say(this.#statusKey(first), { until: this.#moment(instantIn(this.#playbook, until)) });
    const answered = first?.contacts.some(({ contact }) => contact.phone !== null);
    return this.#say(answered ? 'who.open-always' : 'who.usable');
  }

  #statusKey(first: AnsweredStep | undefined): TextKey {
    if (this.#answer.reason === 'half-day') return 'who.half-day-until';
    if (this.#answer.reason === 'on-call-agreement') return 'who.on-call-until';
    return isSure(first) ? 'who.open-until' : 'who.often-until';
  }

  #tone(): AnswerInWords['tone'] {
    if (!this.#answer.open) return 'shut';
    return isSure(this.#answer.steps[0]) && this.#answer.reason !== 'half-day' ? 'open' : 'limited';
  }

  #emergency(number: string): { text: string; phone: PhoneInWords } {
    return {
      text: this.#say('emergency.text', { phone: number }),
      phone: { text: number, href: `tel:${number}` },
    };
  }

  #step(step: AnsweredStep, before: AnsweredStep | undefined): StepInWords {
    const there = step.contacts.filter((contact) => contact.available);
    const away = this.#away(step.contacts.filter((contact) => !contact.available));
    const onlyIf = step.onlyIf === null ? [] : [`${this.#local(step.onlyIf)}.`];
    // Overtime is a matter of the hours outside the open ones (scenario D5).
    const asks =
      step.asks === null || this.#answer.open
        ? []
        : [this.#say('step.asks-overtime', { roles: this.#whoAuthorises(step.asks) })];
    const hidden = there.some(({ contact }) => this.#isHidden(contact)) ? [this.#say('contact.hidden')] : [];
    return {
      lead: before === undefined ? null : this.#lead(before),
      heading: this.#heading(step, there),
      remarks: [...onlyIf, ...asks, ...hidden, ...away],
      contacts: there.map((contact) => this.#contact(contact)),
      receipt:
        step.kind === 'fallback' ? null : this.#say(step.receipt === 'spoken' ? 'step.spoken' : 'step.sent'),
    };
  }

  #lead(before: AnsweredStep): string {
    if (before.thenAfter === null) return this.#say('step.then');
    return this.#say('step.then-after', { wait: durationInWords(before.thenAfter, this.#language) });
  }

  #heading(step: AnsweredStep, contacts: readonly AnsweredContact[]): string {
    if (step.kind === 'on-call') return this.#say('step.on-call');
    if (step.kind === 'fallback') return this.#say('step.fallback');
    if (step.order === 'line-of-managers') return this.#say('step.line-of-managers');
    const reached = contacts.map(({ contact }) => this.#asReached(contact));
    const [only, ...others] = reached;
    if (only !== undefined && others.length === 0) return this.#say(headingFor(only));
    if (step.order === 'in-order') return this.#say('step.in-order');
    return this.#say(reached.every(isCalled) ? 'step.any-call' : 'step.any-write');
  }

  #whoAuthorises(what: 'overtime'): string {
    const roles = [...this.#playbook.contacts.values()]
      .filter((contact) => contact.authorises.has(what))
      .map((contact) => this.#local(contact.role));
    return new Intl.ListFormat(LOCALE_TAGS[this.#language], { type: 'disjunction' }).format(roles);
  }

  /** A contact, with the number of the reader's own manager where it means them. */
  #asReached(contact: Contact): Contact {
    const phone = ownManagerAt(contact, this.#manager)?.phone ?? contact.phone;
    return { ...contact, phone };
  }

  #contact({ contact, often, until }: AnsweredContact): ContactInWords {
    const own = ownManagerAt(contact, this.#manager);
    const phone = own?.phone ?? contact.phone;
    const hidden = this.#isHidden(contact);
    const end = until === null ? null : this.#moment(instantIn(this.#playbook, until));
    const sureness = !often
      ? []
      : [end === null ? this.#say('contact.often-always') : this.#say('contact.often', { until: end })];
    return {
      role: this.#role(contact, own),
      phone:
        phone === null || hidden ? null : phoneInWords(phone, this.#playbook.country, contact.phoneShown),
      extension:
        contact.extension === null ? null : this.#say('contact.extension', { extension: contact.extension }),
      email: hidden ? null : contact.email,
      url: contact.url,
      remarks: [
        ...(own === null ? [] : [this.#say('contact.from-directory')]),
        ...[...this.#texts(contact.where), ...sureness, ...this.#texts(contact.note)],
      ],
      until:
        often || !hasAddress(contact)
          ? ''
          : end === null
            ? this.#say('contact.always')
            : this.#say('contact.until', { until: end }),
    };
  }

  #role({ role }: Contact, own: OwnManager | null): string {
    const said = this.#local(role);
    return own === null ? said : this.#say('contact.own-manager', { role: said, name: own.name });
  }

  /** Who is away, those with the same reason and return in one sentence. */
  #away(contacts: readonly AnsweredContact[]): string[] {
    return [...Map.groupBy(contacts, ({ reason, until }) => `${reason} ${until}`).values()].flatMap(
      (alike) => {
        const [first] = alike;
        if (first === undefined) return [];
        const names = alike.map(({ contact }) => this.#local(contact.role));
        const role = new Intl.ListFormat(LOCALE_TAGS[this.#language]).format(names);
        const values = { role, reason: this.#say(`reason.${first.reason}`) };
        if (first.until === null) return [this.#say('contact.away', values)];
        const back = this.#moment(instantIn(this.#playbook, first.until));
        return [this.#say('contact.away-back', { ...values, back })];
      },
    );
  }

  #last(): { heading: string; contact: ContactInWords } {
    const { fallback } = this.#playbook;
    return {
      heading: this.#say('step.last'),
      contact: this.#contact({
        contact: fallback,
        available: true,
        often: false,
        reason: 'open',
        until: null,
      }),
    };
  }

  #isHidden(contact: Contact): boolean {
    return isHiddenFrom(this.#audience, contact);
  }

  #isNamed(contact: Contact): boolean {
    return this.#answer.steps.some((step) => step.contacts.some((named) => named.contact === contact));
  }

  #texts(text: LocalText | null): string[] {
    return text === null ? [] : [this.#local(text)];
  }

  #moment(moment: Temporal.ZonedDateTime | null): string {
    return moment === null ? '' : momentInWords(moment, this.#answer.at, this.#language);
  }

  #local(text: LocalText): string {
    return inLanguage(text, this.#language, this.#playbook.languages);
  }

  #say(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
    return say(this.#language, key, values);
  }
}
