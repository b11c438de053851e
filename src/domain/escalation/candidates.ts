import type { AnsweredContact } from '../contacts/answer.ts';
import type { Situation } from '../contacts/situation.ts';
import { contactsAt, planOf, who } from '../contacts/who.ts';
import type { Playbook } from '../organisation/playbook.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { Escalation, PingKind } from './escalation.ts';

/** Whom to ask next, or that nobody is left. */
export interface Next {
  readonly contacts: readonly { readonly contact: string; readonly kind: PingKind }[];
  /** How long the policy says to wait for them; null: it does not. */
  readonly wait: Temporal.Duration | null;
  /** Those before them who cannot be asked, and why. */
  readonly skipped: readonly Skipped[];
  /** When somebody who is not there now will be; null: nobody. */
  readonly opens: Millis | null;
}

/** `no-way`: there, but the bot cannot write to them; else as the answer says: `outside-hours`, `announced-absence` … */
export interface Skipped {
  readonly contact: string;
  readonly why: string;
}

/**
 * Whom to ask at this minute: of the first step that has somebody left who is there and can be written to, all where its
 * contacts have no order, else the first. Steps without such are passed over, and named.
 * @param pingable contacts that can be written to
 */
export function nextAsked(
  playbook: Playbook,
  escalation: Escalation,
  now: Temporal.ZonedDateTime,
  pingable: ReadonlySet<string>,
): Next {
  const tried = new Set(escalation.pings.map(({ contact }) => contact));
  if (escalation.contacts !== null) return nextNamed(playbook, escalation, now, { pingable, tried });
  if (escalation.overtime !== null) return calledIn(playbook, escalation, now, { pingable });
  const answer = who(playbook, escalation.situation, now);
  const skipped: Skipped[] = answer.skipped.flatMap(({ contacts }) => contacts.map(missing));
  for (const step of answer.steps.filter(({ kind }) => kind !== 'fallback')) {
    const left = step.contacts.filter(({ contact }) => !tried.has(contact.id));
    const there = left.filter(({ available, contact }) => available && pingable.has(contact.id));
    skipped.push(...left.filter((each) => !there.includes(each)).map(missing));
    if (there.length === 0) continue;
    const asked = step.order === 'any' ? there : there.slice(0, 1);
    const isOvertime = step.asks === 'overtime' && !answer.open;
    return {
      contacts: asked.map(({ contact }) => ({
        contact: contact.id,
        kind: isOvertime && contact.authorises.has('overtime') ? 'overtime' : 'ping',
      })),
      ...{ wait: step.thenAfter, opens: null },
      skipped: skipped.filter(({ contact }) => !there.some((each) => each.contact.id === contact)),
    };
  }
  return { contacts: [], wait: null, skipped, opens: null };
}

/** Every contact that may be asked at this minute: whether they can be written to has to be found out. */
export function perhapsAsked(
  playbook: Playbook,
  escalation: Escalation,
  now: Temporal.ZonedDateTime,
): readonly string[] {
  const named = escalation.contacts ?? [];
  const standIns = named.map((id) => playbook.contacts.get(id)?.standIn ?? '');
  const answered = who(playbook, escalation.situation, now).steps.flatMap(({ contacts }) => contacts);
  const planned = planOf(playbook, escalation.situation).steps.flatMap(({ contacts }) => contacts);
  const ids = [...named, ...standIns, ...answered.map(({ contact }) => contact.id)];
  const all = [...ids, ...planned.map(({ id }) => id), playbook.fallback.id];
  return [...new Set(all)].filter((id) => playbook.contacts.has(id));
}

interface Leaving {
  readonly pingable: ReadonlySet<string>;
  readonly tried: ReadonlySet<string>;
}

/**
 * Those whom overtime lets be called: whoever the policy names before its managers, whatever their hours, but those who are
 * away.
 */
export function overtimeContacts(
  playbook: Playbook,
  situation: Situation,
  now: Temporal.ZonedDateTime,
): readonly AnsweredContact[] {
  return ofIt(playbook, situation, now).filter(isNotAway);
}

function ofIt(playbook: Playbook, situation: Situation, now: Temporal.ZonedDateTime): AnsweredContact[] {
  const steps = planOf(playbook, situation).steps.filter(({ order }) => order !== 'line-of-managers');
  const ids = [...new Set(steps.flatMap(({ contacts }) => contacts.map(({ id }) => id)))];
  return contactsAt(playbook, ids, now);
}

function isNotAway({ available, reason }: AnsweredContact): boolean {
  return available || reason !== 'announced-absence';
}

/** Overtime is approved: all of them are asked at once. */
function calledIn(
  playbook: Playbook,
  { situation, pings }: Escalation,
  now: Temporal.ZonedDateTime,
  { pingable }: Pick<Leaving, 'pingable'>,
): Next {
  const called = new Set(pings.flatMap(({ contact, kind }) => (kind === 'called-in' ? [contact] : [])));
  const left = ofIt(playbook, situation, now).filter(({ contact }) => !called.has(contact.id));
  const there = left.filter((each) => isNotAway(each) && pingable.has(each.contact.id));
  const first = planOf(playbook, situation).steps.find(({ order }) => order !== 'line-of-managers');
  return {
    contacts: there.map(({ contact }) => ({ contact: contact.id, kind: 'called-in' })),
    ...{ wait: first?.thenAfter ?? null, opens: null },
    // Their hours do not count now: it is only said whom the bot cannot reach, or who is away.
    skipped: left
      .filter((each) => !there.includes(each))
      .map((each) => ({ contact: each.contact.id, why: isNotAway(each) ? 'no-way' : each.reason })),
  };
}

/** Of certain contacts the first that is there; where none is, when one will be. */
function nextNamed(
  playbook: Playbook,
  { contacts }: Escalation,
  now: Temporal.ZonedDateTime,
  { pingable, tried }: Leaving,
): Next {
  const named = (contacts ?? []).flatMap((id) => {
    const [own] = contactsAt(playbook, [id], now);
    const standIn = own?.available === false ? contactsAt(playbook, [own.contact.standIn ?? ''], now) : [];
    return own === undefined ? [] : [own, ...standIn.filter(({ available }) => available)];
  });
  const left = named.filter(({ contact }) => !tried.has(contact.id));
  const found = left.findIndex(({ available, contact }) => available && pingable.has(contact.id));
  const before = (found === -1 ? left : left.slice(0, found)).map(missing);
  const first = left[found];
  const away = left.filter(({ available, contact }) => !available && pingable.has(contact.id));
  const returns = away.flatMap(({ until }) => (until === null ? [] : [until]));
  return {
    contacts: first === undefined ? [] : [{ contact: first.contact.id, kind: 'ping' }],
    ...{ wait: null, skipped: before },
    opens: first !== undefined || returns.length === 0 ? null : Math.min(...returns),
  };
}

function missing({ contact, available, reason }: AnsweredContact): Skipped {
  return { contact: contact.id, why: available ? 'no-way' : reason };
}
