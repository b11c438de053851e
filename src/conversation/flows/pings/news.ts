import type { AnsweredContact, AnsweredStep } from '../../../domain/contacts/answer.ts';
import { who } from '../../../domain/contacts/who.ts';
import { overtimeContacts } from '../../../domain/escalation/candidates.ts';
import type { Report } from '../../../domain/reports/report.ts';
import type { Happening } from '../../event.ts';
import type { Talk } from '../../talk.ts';
import { answerInWords } from '../../who/words.ts';
import { situationOf } from '../report/facts.ts';
import { forgetReminders } from '../report/reached.ts';

type News = Extract<Happening, { kind: 'escalation-news' }>;

/** To whoever reported something that was brought to people: what came of it. What they are in the midst of goes on. */
export function tellEscalationNews(talk: Talk, news: News): void {
  const { report: reference, what, note } = news;
  const values = { who: whoOf(talk, news), reference, note: note ?? '' };
  const report = talk.event.known.escalation?.reports.find(({ id }) => id === reference) ?? null;
  switch (what) {
    case 'acknowledged':
    case 'on-it':
      // Whoever has it was told: nobody need be asked whether somebody was reached.
      forgetReminders(talk, reference);
      return talk.note(`ping-news.${what}`, values, 'good');
    case 'call-me':
      return tellCallMe(talk, news, report);
    case 'approved':
      return tellReleased(talk, report, values);
    case 'declined':
      return talk.note(note === null ? 'ping-news.declined' : 'ping-news.declined-why', values, 'warning');
    case 'passed-on':
      return talk.note('ping-news.passed-on', values, 'warning');
    case 'exhausted':
      return tellExhausted(talk, report, values);
  }
}

/** Overtime is approved: those of IT can be called now, whatever their hours, whether the bot reached them or not. */
function tellReleased(talk: Talk, report: Report | null, values: Record<string, string>): void {
  const key = values.note === '' ? 'ping-news.approved' : 'ping-news.approved-why';
  if (report === null || !tellNumbers(talk, report, talk.say(key, values))) talk.note(key, values, 'good');
}

/** The numbers that overtime releases. False: there are none. */
function tellNumbers(talk: Talk, report: Report, lead: string): boolean {
  const { playbook, now } = talk;
  const answer = who(playbook, situationOf(report), now);
  // Until others are to be called in any case: nobody has them around the clock, and they are not on call.
  const until = answer.sameStepsUntil?.epochMilliseconds ?? null;
  const contacts = overtimeContacts(playbook, situationOf(report), now).map(
    (each): AnsweredContact => ({ ...each, available: true, often: false, reason: 'open', until }),
  );
  if (contacts.length === 0) return false;
  const step: AnsweredStep = {
    kind: 'policy',
    ...{ order: 'any', receipt: 'spoken', contacts, thenAfter: null, onlyIf: null, asks: null },
  };
  talk.tell({
    kind: 'call',
    lead: [lead],
    answer: answerInWords(
      playbook,
      { ...answer, steps: [step], skipped: [], onlyFallback: false },
      talk.language,
      'trusted',
      talk.manager,
    ),
    question: talk.say('ping-news.released'),
  });
  return true;
}

function tellCallMe(talk: Talk, news: News, report: Report | null): void {
  const phone = talk.playbook.contacts.get(news.contact ?? '')?.phone ?? null;
  const values = { who: whoOf(talk, news), reference: news.report, phone: phone ?? '' };
  const back = report?.contactBack ?? null;
  talk.note(phone === null ? 'ping-news.call-me' : 'ping-news.call-me-at', values, 'warning');
  if (back === null) talk.note('ping-news.no-number', values);
}

/** Nobody took it: whom to call or where to go now. */
function tellExhausted(talk: Talk, report: Report | null, values: Record<string, string>): void {
  const { playbook, now } = talk;
  const lead = [talk.say('ping-news.exhausted', values)];
  const situation = report === null ? null : situationOf(report);
  if (situation === null) return talk.note('ping-news.exhausted', values, 'warning');
  const isOvertime = talk.event.known.escalation?.escalation.overtime != null;
  if (isOvertime && report !== null && tellNumbers(talk, report, lead[0] ?? '')) return;
  const answer = who(playbook, situation, now);
  talk.tell({
    kind: 'call',
    lead,
    answer: answerInWords(playbook, answer, talk.language, 'trusted', talk.manager),
    question: null,
  });
}

function whoOf(talk: Talk, { name, contact }: News): string {
  const found = talk.playbook.contacts.get(contact ?? '');
  const role = found === undefined ? '' : talk.local(found.role);
  if (name === null) return role;
  return role === '' ? name : talk.say('ping.who', { name, role });
}
