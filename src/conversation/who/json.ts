import type { Answer, AnsweredContact } from '../../domain/contacts/answer.ts';
import type { MatterClass, Receipt } from '../../domain/contacts/contact.ts';
import { instantIn } from '../../domain/contacts/who.ts';
import type { StepOrder } from '../../domain/escalation/policy.ts';
import { inLanguage, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';

/** The `who` interface (design, "Interfaces that must stay stable"). Times are ISO 8601 with an offset. */
export interface AnswerJson {
  readonly organisation: string;
  readonly at: string;
  readonly class: MatterClass;
  readonly open: boolean;
  readonly until: string | null;
  readonly opens: string | null;
  readonly reason: Answer['reason'];
  readonly steps: readonly {
    readonly order: StepOrder;
    readonly receipt: Receipt;
    readonly contacts: readonly ContactJson[];
  }[];
}

interface ContactJson {
  readonly id: string;
  readonly role: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly url: string | null;
  readonly available: boolean;
  readonly until: string | null;
}

/** An answer as the `who` interface gives it. Who is not available carries no number: it would be a wrong one. */
export function answerJson(playbook: Playbook, answer: Answer, language: Language): AnswerJson {
  const contact = ({
    contact: { id, role, phone, email, url },
    available,
    until,
  }: AnsweredContact): ContactJson => ({
    id,
    role: inLanguage(role, language, playbook.languages),
    ...(available ? { phone, email, url } : { phone: null, email: null, url: null }),
    available,
    until: isoTime(instantIn(playbook, until)),
  });
  return {
    organisation: answer.organisation,
    at: isoTime(answer.at),
    class: answer.class,
    open: answer.open,
    until: isoTime(answer.until),
    opens: isoTime(answer.opens),
    reason: answer.reason,
    steps: answer.steps.map(({ order, receipt, contacts }) => ({
      order,
      receipt,
      contacts: contacts.map(contact),
    })),
  };
}

/** ISO 8601 with an offset, to the second. */
export function isoTime(at: Temporal.ZonedDateTime): string;
export function isoTime(at: Temporal.ZonedDateTime | null): string | null;
export function isoTime(at: Temporal.ZonedDateTime | null): string | null {
  return at === null ? null : at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
