import type { OnCallAgreement } from '../absence/announcements.ts';
import type { Playbook } from '../organisation/playbook.ts';
import { remembered } from '../timeline/chunked.ts';
import {
  combine,
  holdsUntil,
  type Millis,
  type Segment,
  stretches,
  type Timeline,
} from '../timeline/timeline.ts';
import type { AnsweredContact, AnsweredStep, AnswerReason, SkippedStep, StandingAnswer } from './answer.ts';
import { type Availability, sameReach } from './availability.ts';
import type { AvailabilityBook } from './availability-book.ts';
import type { Contact } from './contact.ts';
import type { Plan, PlanStep } from './plan.ts';

/** Works out answers of one plan, instant by instant. */
export class PlanEvaluator {
  readonly #playbook: Playbook;
  readonly #plan: Plan;
  readonly #book: AvailabilityBook;
  readonly #onCall: Timeline<readonly OnCallAgreement[]>;
  readonly #open: Timeline<boolean>;
  /** Changes at every instant at which the answer can change. */
  readonly changes: Timeline<unknown>;

  constructor(playbook: Playbook, plan: Plan, book: AvailabilityBook) {
    this.#playbook = playbook;
    this.#plan = plan;
    this.#book = book;
    this.#onCall = stretches(plan.onCall);
    this.changes = combine<unknown, null>(
      [this.#onCall, ...this.#everybody().map((contact) => book.of(contact))],
      () => null,
    );
    this.#open = remembered<boolean>({ segmentAt: (at) => this.#openness(at) }, Object.is);
  }

  /** The answer at an instant. */
  answerAt(at: Millis): StandingAnswer {
    const named = new Set<string>();
    const onCall = this.#agreements(at, named);
    const steps: AnsweredStep[] = onCall === null ? [] : [onCall];
    const skipped: SkippedStep[] = [];
    for (const step of this.#plan.steps) {
      const contacts = this.#contactsOf(step, at, named);
      if (contacts.some((contact) => contact.available)) steps.push({ ...step, kind: 'policy', contacts });
      else if (contacts.length > 0) skipped.push({ order: step.order, contacts });
    }
    const onlyFallback = steps.length === 0;
    if (onlyFallback) steps.push(this.#fallback(at));
    const open = this.#open.segmentAt(at).value;
    const opens = open ? null : holdsUntil(this.#open, at, Object.is);
    const reason = reasonFor(steps, skipped, open);
    return { open, reason, opens, steps, skipped, onCall: this.#inForce(at), onlyFallback };
  }

  /** On call now, who is not away: first of all (scenario D4). */
  #agreements(at: Millis, named: Set<string>): AnsweredStep | null {
    const contacts = this.#inForce(at).flatMap((agreement): AnsweredContact[] => {
      const contact = this.#playbook.contacts.get(agreement.contact);
      if (contact === undefined || named.has(contact.id)) return [];
      named.add(contact.id);
      return [
        {
          contact,
          available: true,
          often: false,
          reason: 'on-call-agreement',
          until: this.#agreementEnd(contact, agreement, at),
        },
      ];
    });
    if (contacts.length === 0) return null;
    const receipt = contacts.every(({ contact }) => contact.receipt === 'spoken') ? 'spoken' : 'sent';
    return { kind: 'on-call', order: 'any', receipt, contacts, thenAfter: null, onlyIf: null, asks: null };
  }

  #inForce(at: Millis): readonly OnCallAgreement[] {
    return this.#onCall.segmentAt(at).value.filter((agreement) => {
      const contact = this.#playbook.contacts.get(agreement.contact);
      return contact !== undefined && !isWhollyAway(this.#availability(contact, at));
    });
  }

  /** The agreement's end, or an absence that begins before it. */
  #agreementEnd(contact: Contact, agreement: OnCallAgreement, at: Millis): Millis {
    const away = holdsUntil(this.#book.of(contact), at, (a, b) => isWhollyAway(a) === isWhollyAway(b));
    return Math.min(agreement.end, away ?? agreement.end);
  }

  #contactsOf(step: PlanStep, at: Millis, named: Set<string>): AnsweredContact[] {
    return step.contacts.flatMap((contact) => {
      if (named.has(contact.id)) return [];
      named.add(contact.id);
      const answered = this.#answered(contact, at);
      const standIn = answered.available ? undefined : this.#standIn(contact, at, named);
      return standIn === undefined ? [answered] : [answered, standIn];
    });
  }

  /** Somebody takes the calls of one who is away, if there to take them (scenario B3). */
  #standIn(contact: Contact, at: Millis, named: Set<string>): AnsweredContact | undefined {
    const { absence } = this.#availability(contact, at);
    const standIn = absence === null ? undefined : this.#book.standInFor(contact, absence);
    if (standIn === undefined || named.has(standIn.id)) return undefined;
    const answered = this.#answered(standIn, at);
    if (!answered.available) return undefined;
    named.add(standIn.id);
    return answered;
  }

  #answered(contact: Contact, at: Millis): AnsweredContact {
    const { available, often, reason } = this.#availability(contact, at);
    return { contact, available, often, reason, until: holdsUntil(this.#book.of(contact), at, sameReach) };
  }

  #fallback(at: Millis): AnsweredStep {
    const contact = this.#answered(this.#playbook.fallback, at);
    return {
      kind: 'fallback',
      order: 'any',
      receipt: contact.contact.receipt,
      contacts: [contact],
      thenAfter: null,
      onlyIf: null,
      asks: null,
    };
  }

  #openness(at: Millis): Segment<boolean> {
    const { start, end } = this.changes.segmentAt(at);
    const onCall = this.#inForce(at).length > 0;
    const covered = () =>
      this.#plan.steps.some((step) => step.order !== 'line-of-managers' && this.#covered(step, at));
    return { start, end, value: onCall || covered() };
  }

  #covered(step: PlanStep, at: Millis): boolean {
    return step.contacts.some((contact) => {
      const { available, absence } = this.#availability(contact, at);
      if (available || absence === null) return available;
      const standIn = this.#book.standInFor(contact, absence);
      return standIn !== undefined && this.#availability(standIn, at).available;
    });
  }

  #availability(contact: Contact, at: Millis): Availability {
    return this.#book.of(contact).segmentAt(at).value;
  }

  /** Everybody who can appear in an answer. */
  #everybody(): Contact[] {
    const planned = [...this.#plan.steps.flatMap((step) => step.contacts), this.#playbook.fallback];
    const onCall = this.#plan.onCall.map((agreement) => this.#playbook.contacts.get(agreement.contact));
    const all = [...planned, ...onCall].filter((contact) => contact !== undefined);
    return [...new Set([...all, ...this.#book.standInsOf(all)])];
  }
}

function isWhollyAway(availability: Availability): boolean {
  return availability.absence !== null && !availability.absence.reduced;
}

/** Open: why the first step answers. Closed: why the step that should answer first does not. */
function reasonFor(
  steps: readonly AnsweredStep[],
  skipped: readonly SkippedStep[],
  open: boolean,
): AnswerReason {
  if (open) {
    const first = steps.find((step) => step.order !== 'line-of-managers');
    return first?.contacts.find((contact) => contact.available)?.reason ?? 'open';
  }
  const reasons =
    (skipped.find((step) => step.order !== 'line-of-managers') ?? skipped[0])?.contacts.map(
      (contact) => contact.reason,
    ) ?? [];
  return reasons.find((reason) => reason === 'announced-absence') ?? reasons[0] ?? 'outside-hours';
}
