import { isKept, type Picture, type Report, type ReportHappening } from '../../domain/reports/report.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import type { Choice, Fact } from '../messages.ts';
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
    tone: report.state === 'received' ? 'good' : report.state === 'open' ? 'warning' : 'plain',
    facts: factsOf(talk, report),
    pictures: report.pictures.map((picture, i) => ({ ...picture, name: pictureName(talk, picture, i + 1) })),
    history: report.history.map(({ at, what, text }) => ({
      at: sayMoment(talk, at),
      text: happeningInWords(talk, what, text),
    })),
    notes: report.outage === null ? [] : [talk.say('receipt.tied')],
    choices: choicesFor(talk, report),
  });
}

/** What a picture is called: pasted ones have no name of their own. */
function pictureName(talk: Talk, picture: Picture, number: number): string {
  const name = picture.name === '' ? talk.say('receipt.picture', { number }) : picture.name;
  return isKept(picture) ? name : talk.say('receipt.picture-lost', { name });
}

/** What happened, and with whom where that is told. */
function happeningInWords(talk: Talk, what: ReportHappening, text: string | null): string {
  const withWhom = what === 'received' || what === 'no-answer';
  return withWhom && text !== null ? talk.say(`history.${what}-text`, { text }) : talk.say(`history.${what}`);
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

function factsOf(talk: Talk, report: Report): Fact[] {
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

function choicesFor(talk: Talk, { id, state, class: matterClass }: Report): Choice[] {
  if (state === 'withdrawn' || state === 'closed') return [];
  return [
    ...(state === 'open'
      ? [talk.offer(talk.say('receipt.call'), { do: 'call-for', report: id }, 'main')]
      : []),
    talk.offer(talk.say('receipt.add'), { do: 'add-to-report', report: id }),
    talk.offer(talk.say('receipt.correct'), { do: 'correct-report', report: id }),
    ...(matterClass === 'critical'
      ? []
      : [talk.offer(talk.say('receipt.worse'), { do: 'worse', report: id })]),
    talk.offer(talk.say('receipt.withdraw'), { do: 'withdraw-report', report: id, sure: false }, 'quiet'),
  ];
}
