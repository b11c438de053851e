import type { AnsweredContact, AnsweredStep, StandingAnswer } from './answer.ts';

/** Whether two answers are the same in all that is known of them. */
export function sameAnswer(a: StandingAnswer, b: StandingAnswer): boolean {
  return (
    sameSaid(a, b) &&
    alike(a.onCall, b.onCall, Object.is) &&
    alike(a.steps, b.steps, (x, y) => alike(x.contacts, y.contacts, sameAvailability)) &&
    alike(a.skipped, b.skipped, (x, y) => alike(x.contacts, y.contacts, sameAvailability))
  );
}

/** Whether the `who` interface says the same of both: `until` is when this changes. */
export function sameSaid(a: StandingAnswer, b: StandingAnswer): boolean {
  return (
    a.open === b.open && a.reason === b.reason && a.opens === b.opens && alike(a.steps, b.steps, sameStep)
  );
}

/** Whether both name the same people to call in the same order, with the same certainty. */
export function sameCalls(a: Pick<StandingAnswer, 'steps'>, b: Pick<StandingAnswer, 'steps'>): boolean {
  return alike(a.steps, b.steps, (x, y) => sameShape(x, y) && alike(callable(x), callable(y), sameCall));
}

function sameStep(a: AnsweredStep, b: AnsweredStep): boolean {
  return sameShape(a, b) && alike(a.contacts, b.contacts, sameContact);
}

function sameShape(a: AnsweredStep, b: AnsweredStep): boolean {
  return a.kind === b.kind && a.order === b.order && a.receipt === b.receipt;
}

function sameContact(a: AnsweredContact, b: AnsweredContact): boolean {
  return a.contact === b.contact && a.available === b.available && a.until === b.until;
}

function sameAvailability(a: AnsweredContact, b: AnsweredContact): boolean {
  return sameContact(a, b) && a.often === b.often && a.reason === b.reason;
}

function sameCall(a: AnsweredContact, b: AnsweredContact): boolean {
  return a.contact === b.contact && a.often === b.often;
}

function callable(step: AnsweredStep): readonly AnsweredContact[] {
  return step.contacts.every((contact) => contact.available)
    ? step.contacts
    : step.contacts.filter((contact) => contact.available);
}

function alike<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (y === undefined || !same(x, y)) return false;
  }
  return true;
}
