import {
  type Actor,
  type HistoryEntry,
  isKept,
  type Picture,
  type Report,
} from '../../domain/reports/report.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import type { OwnDeed } from '../actions.ts';
import type { Choice, Fact, ReceiptMessage } from '../messages.ts';
import type { Talk } from '../talk.ts';
import { sayMoment } from '../when.ts';
import { className } from '../words/class-name.ts';

/** A report as it stands, with what can be done with it. */
export function tellReceipt(talk: Talk, report: Report, title: TextKey): void {
  talk.tell({
    kind: 'receipt',
    title: talk.say(title),
    reference: report.id,
    state: stateInWords(talk, report),
    tone:
      report.state === 'received' || report.state === 'closed'
        ? 'good'
        : report.state === 'open'
          ? 'warning'
          : 'plain',
    facts: factsOf(talk, report),
    pictures: picturesOf(talk, report),
    history: historyOf(talk, report),
    notes: [
      ...(report.outage === null ? [] : [talk.say('receipt.tied')]),
      ...(report.life?.joined == null ? [] : [talk.say('receipt.joined', { main: report.life.joined })]),
      ...(report.life?.question == null
        ? []
        : [talk.say('receipt.question', { question: report.life.question.text })]),
    ],
    choices: choicesFor(talk, report),
  });
}

export function picturesOf(talk: Talk, { pictures }: Report): ReceiptMessage['pictures'] {
  return pictures.map((picture, i) => ({ ...picture, name: pictureName(talk, picture, i + 1) }));
}

/** What a picture is called: pasted ones have no name of their own. */
function pictureName(talk: Talk, picture: Picture, number: number): string {
  const name = picture.name === '' ? talk.say('receipt.picture', { number }) : picture.name;
  return isKept(picture) ? name : talk.say('receipt.picture-lost', { name });
}

/** What happened to a report, oldest first. */
export function historyOf(talk: Talk, { history }: Report): ReceiptMessage['history'] {
  return history.map((entry) => ({ at: sayMoment(talk, entry.at), text: happeningInWords(talk, entry) }));
}

/** What happened, and with whom where that is told. */
function happeningInWords(talk: Talk, { what, text, by }: HistoryEntry): string {
  if (what === 'received' || what === 'no-answer')
    return text === null ? talk.say(`history.${what}`) : talk.say(`history.${what}-text`, { text });
  if (what === 'handed-on' && text === 'by-hand')
    return withActor(talk.say('history.handed-on-by-hand'), talk, by);
  const happening = withActor(talk.say(`history.${what}`), talk, by);
  return text === null ? happening : `${happening}: ${text}`;
}

function withActor(happening: string, talk: Talk, by: Actor | undefined): string {
  const who = by === undefined ? null : actorInWords(talk, by);
  return who === null ? happening : `${happening} (${who})`;
}

/** "Marie Jansen, Manager of general affairs"; null: nobody is known. */
export function actorInWords(talk: Talk, { name, contact }: Actor): string | null {
  const role = talk.playbook.contacts.get(contact ?? '')?.role;
  const parts = [name, role === undefined ? null : talk.local(role)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

export function stateInWords(talk: Talk, report: Report): string {
  return talk.say(`report-state.${report.state}`);
}

/** What a report is called in a list. */
export function titleOf(talk: Talk, report: Report): string {
  const service = talk.serviceName(report.service);
  const [first = ''] = report.what.split('\n');
  if (service === null) return first === '' ? talk.say('receipt.untitled') : first;
  return first === '' ? service : `${service}: ${first}`;
}

export function factsOf(talk: Talk, report: Report): Fact[] {
  const { playbook, language } = talk;
  const role = playbook.roles.get(report.role ?? '');
  const facts: [TextKey, string | null][] = [
    ['fact.class', className(playbook, report.class, language)],
    ['fact.service', talk.serviceName(report.service)],
    ['fact.what', report.what === '' ? null : report.what],
    ['fact.where', report.where ?? talk.siteName(report.site)],
    ['fact.who', report.hit === null ? null : talk.say(`report.hit-${report.hit}`)],
    ['fact.since', report.since],
    ['fact.role', role === undefined ? null : talk.local(role)],
    ['fact.reporter', reporterOf(report)],
    ['fact.contact-back', report.contactBack],
    ['fact.reported', sayMoment(talk, report.at)],
  ];
  const trail = report.trail.map(({ question, answer }) => ({ label: question, value: answer }));
  return [
    ...facts.flatMap(([label, value]) => (value === null ? [] : [{ label: talk.say(label), value }])),
    ...trail,
  ];
}

function reporterOf({ by }: Report): string | null {
  return by === null ? null : [by.name, by.email].filter((part) => part !== null).join(', ');
}

function choicesFor(talk: Talk, { id, state, class: matterClass, life, matter }: Report): Choice[] {
  const own = (deed: OwnDeed, style: Choice['style'] = 'plain') =>
    talk.offer(talk.say(`news.do-${deed}`), { do: 'own-case', report: id, deed }, style);
  if (state === 'closed' && life !== undefined) return [own('reopen')];
  if (state === 'withdrawn' || state === 'closed') return [];
  return [
    ...(life?.question == null ? [] : [own('answer', 'main')]),
    ...(state === 'asked' ? [own('still-there', 'main')] : []),
    ...(state === 'solved' ? [own('satisfied', 'main'), own('not-satisfied')] : []),
    ...(life !== undefined && state !== 'open' && state !== 'solved' ? [own('works-again')] : []),
    ...(state === 'open'
      ? [talk.offer(talk.say('receipt.call'), { do: 'call-for', report: id }, 'main')]
      : []),
    talk.offer(talk.say('receipt.add'), { do: 'add-to-report', report: id }),
    talk.offer(talk.say('receipt.correct'), { do: 'correct-report', report: id }),
    ...(matterClass === 'critical' || matter !== undefined
      ? []
      : [talk.offer(talk.say('receipt.worse'), { do: 'worse', report: id })]),
    talk.offer(talk.say('receipt.withdraw'), { do: 'withdraw-report', report: id, sure: false }, 'quiet'),
  ];
}
