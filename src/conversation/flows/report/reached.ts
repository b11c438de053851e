import type { Answer, AnsweredContact } from '../../../domain/contacts/answer.ts';
import { who } from '../../../domain/contacts/who.ts';
import { mayHandOn } from '../../../domain/orders/authority.ts';
import { heldBy } from '../../../domain/people/holders.ts';
import { happened } from '../../../domain/reports/history.ts';
import type { Report } from '../../../domain/reports/report.ts';
import type { Choice } from '../../messages.ts';
import type { Reminder } from '../../state.ts';
import type { Talk } from '../../talk.ts';
import { answerInWords } from '../../who/words.ts';
import { situationOf } from './facts.ts';
import { keepReport } from './making.ts';

/** How long to wait before asking again, where the policy does not say. */
const USUAL_WAIT: Temporal.DurationLike = { minutes: 10 };
/** How often it is asked again by itself. */
const MOST_REMINDERS = 3;

/** Whom to call for a report at this minute, and the question whether somebody was reached. */
export function tellNumbers(
  talk: Talk,
  report: Report,
  lead: readonly string[],
  tried: readonly string[],
): void {
  const whole = who(talk.playbook, situationOf(report), talk.now);
  const left = withoutTried(talk, whole, tried);
  const answer = left ?? whole;
  const [step] = answer.steps;
  const contact = step?.contacts.find(({ available }) => available)?.contact ?? talk.playbook.fallback;
  const [exhausted, soFar] = left === null ? [[talk.say('reached.nobody-left')], []] : [[], tried];
  const spoken = step?.receipt !== 'sent';
  talk.tell({
    kind: 'call',
    lead: [...lead, ...exhausted],
    answer: answerInWords(talk.playbook, answer, talk.language, 'trusted', talk.manager),
    question: talk.say(spoken ? 'reached.ask-spoken' : 'reached.ask-sent'),
    choices: [
      ...handOnChoice(talk, report, step),
      talk.offer(
        talk.say(spoken ? 'reached.yes-spoken' : 'reached.yes-sent'),
        { do: 'reached', report: report.id, reached: true, contact: contact.id, tried: soFar },
        'main',
      ),
      talk.offer(talk.say(spoken ? 'reached.no-spoken' : 'reached.no-sent'), {
        do: 'reached',
        report: report.id,
        reached: false,
        contact: contact.id,
        tried: [...soFar, contact.id],
      }),
    ],
  });
}

/** Where somebody is to be written to, and the bot can do that. */
function handOnChoice(talk: Talk, report: Report, step: Answer['steps'][number] | undefined): Choice[] {
  const { handOffs } = talk.playbook;
  const { from, known } = talk.event;
  const holds = heldBy(talk.playbook, from, known.identity);
  const by = { kind: 'person', user: from.user, name: null, holds } as const;
  if (step?.receipt !== 'sent' || !mayHandOn(handOffs, report.user, by)) return [];
  const rules = step.contacts.map(({ contact }) => handOffs.suppliers.get(contact.id));
  const rule = rules.find((each) => each !== undefined && each.way !== 'hand');
  if (rule === undefined) return [];
  const role = talk.playbook.contacts.get(rule.contact)?.role;
  const supplier = role === undefined ? rule.contact : talk.local(role);
  const action = { do: 'hand-on', report: report.id, supplier: rule.contact } as const;
  return [talk.offer(talk.say('order.send-for-me', { supplier }), action, 'main')];
}

/** What is left to try; the last fallback when nobody else is, and null when that was tried too. */
function withoutTried(talk: Talk, answer: Answer, tried: readonly string[]): Answer | null {
  if (tried.length === 0) return answer;
  const isLeft = ({ contact, available }: AnsweredContact) => available && !tried.includes(contact.id);
  const steps = answer.steps
    .map((step) => ({ ...step, contacts: step.contacts.filter(isLeft) }))
    .filter(({ contacts }) => contacts.length > 0);
  if (steps.length > 0) return { ...answer, steps };
  const { fallback } = talk.playbook;
  if (tried.includes(fallback.id)) return null;
  const last: AnsweredContact = {
    contact: fallback,
    available: true,
    often: false,
    reason: 'open',
    until: null,
  };
  return {
    ...answer,
    steps: [
      {
        ...{ kind: 'fallback', order: 'any', receipt: fallback.receipt, contacts: [last] },
        ...{ thenAfter: null, onlyIf: null, asks: null },
      },
    ],
  };
}

/** Somebody was reached, or it was sent: only now it counts as received. */
export function markReceived(talk: Talk, report: Report, contact: string | null): Report {
  const received = happened(
    report,
    talk.now.epochMilliseconds,
    'received',
    { state: 'received' },
    roleOf(talk, contact),
  );
  keepReport(talk, received);
  forgetReminders(talk, report.id);
  return received;
}

/** One did not answer. */
export function markNoAnswer(talk: Talk, report: Report, contact: string | null): Report {
  const tried = happened(report, talk.now.epochMilliseconds, 'no-answer', {}, roleOf(talk, contact));
  keepReport(talk, tried);
  return tried;
}

/** Whom the history names; a sentence that says where to go is nobody. */
function roleOf(talk: Talk, contact: string | null): string | null {
  const found = talk.playbook.contacts.get(contact ?? '');
  const isReached = found !== undefined && (found.phone ?? found.email ?? found.url) !== null;
  return isReached ? talk.local(found.role) : null;
}

/** After the policy's wait, doubled each time. Where there is nobody to reach before somebody opens: then. */
function whenToAsk(talk: Talk, report: Report, times: number): number {
  const { steps, onlyFallback, opens } = who(talk.playbook, situationOf(report), talk.now);
  if (onlyFallback && opens !== null) return opens.epochMilliseconds;
  const wait = steps[0]?.thenAfter ?? Temporal.Duration.from(USUAL_WAIT);
  const waiting = wait.total({ unit: 'millisecond', relativeTo: talk.now });
  return talk.now.epochMilliseconds + waiting * 2 ** (times - 1);
}

/** Asks again by itself after the policy's wait, longer each time. */
export function remindOf(talk: Talk, report: Report, times: number): void {
  if (times > MOST_REMINDERS) return;
  const due = whenToAsk(talk, report, times);
  const others = talk.reminders.filter(({ about }) => !isAbout(about, report.id));
  const id = `reached/${report.id}/${times}`;
  talk.reminders = [...others, { id, due, about: { kind: 'reached', report: report.id, times } }];
}

export function forgetReminders(talk: Talk, report: string): void {
  talk.reminders = talk.reminders.filter(({ about }) => !isAbout(about, report));
}

function isAbout(about: Reminder['about'], report: string): boolean {
  return about.kind !== 'away' && about.report === report;
}
