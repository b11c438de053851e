import type { ReporterNews } from '../../../domain/reports/life/life.ts';
import type { HistoryEntry, Report } from '../../../domain/reports/report.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { actorInWords, titleOf } from '../receipt.ts';

/**
 * What became of a report, short, with who decided and why.
 * @param main the report that it goes on as, if it does: what is told happened to that
 */
export function newsInWords(talk: Talk, report: Report, what: ReporterNews, main: Report | null): string {
  const about = main ?? report;
  const lead = talk.say(main === null ? 'news.about' : 'news.about-joined', {
    ...{ reference: report.id, title: titleOf(talk, report), main: main?.id ?? '' },
  });
  return [lead, ...sentences(talk, about, what)].filter((part) => part !== '').join('\n');
}

function sentences(talk: Talk, report: Report, what: ReporterNews): string[] {
  const { life } = report;
  switch (what) {
    case 'looking':
      return [talk.say('news.looking', { who: whoDid(talk, report, 'looks-first') })];
    case 'judged':
      return judged(talk, report);
    case 'class':
      return [classChanged(talk, report), why(talk, report)];
    case 'asked-back':
      return [
        talk.say('news.asked-back', {
          who: who(talk, life?.question?.by),
          question: life?.question?.text ?? '',
        }),
      ];
    case 'joined':
      return [talk.say('news.joined', { who: whoDid(talk, report, 'joined'), main: life?.joined ?? '' })];
    case 'still-there':
      return [
        talk.say('news.still-there', {
          since: sayMoment(talk, report.at),
          until: life?.due == null ? '' : sayMoment(talk, life.due.at),
        }),
      ];
    case 'handing-on':
      return [because(talk, report), talk.say('news.handing-on', { supplier: supplier(talk, report) })];
    case 'handed-on':
      return [talk.say('news.handed-on', { supplier: supplier(talk, report) })];
    case 'solved':
      return [
        talk.say('news.solved', { who: solver(talk, report) }),
        talk.say('news.solved-until', { until: life?.due == null ? '' : sayMoment(talk, life.due.at) }),
      ];
    case 'closed':
      return closed(talk, report);
    case 'confirmed':
    case 'quoted':
    case 'in-work':
      return [talk.say(`news.${what}`, { supplier: supplier(talk, report) })];
    case 'reopened':
      return [talk.say('news.reopened')];
  }
}

/** Who decided, what, and why; then what comes of it. */
function judged(talk: Talk, report: Report): string[] {
  const { life } = report;
  const by = who(talk, life?.judgement?.by);
  if (life?.judgement?.urgent === true)
    return [
      talk.say('news.judged-urgent', { who: by }),
      why(talk, report),
      talk.say('news.handing-on', { supplier: supplier(talk, report) }),
    ];
  const until = life?.due == null ? '' : sayMoment(talk, life.due.at);
  return [
    talk.say('news.judged-not-urgent', { who: by }),
    why(talk, report),
    until === '' ? '' : talk.say('news.waits', { until }),
  ];
}

function classChanged(talk: Talk, { life }: Report): string {
  const urgent = life?.judgement?.urgent === true;
  return talk.say(urgent ? 'news.judged-urgent' : 'news.judged-not-urgent', {
    who: who(talk, life?.judgement?.by),
  });
}

/** In the judge's own words, else as the organisation's rule explains the class. */
function why(talk: Talk, report: Report): string {
  const own = report.life?.judgement?.why ?? '';
  if (own !== '') return talk.say('news.why', { why: own });
  const explains = talk.playbook.classes.get(report.class)?.explains ?? null;
  return explains === null ? '' : talk.local(explains);
}

/** Why it is handed on now. */
function because(talk: Talk, report: Report): string {
  const last = lastOf(report, ['still-there', 'no-reply', 'handing-on']);
  if (last?.what === 'no-reply') return talk.say('news.because-no-reply');
  if (last?.what !== 'handing-on') return '';
  return last.by === undefined ? '' : talk.say('news.because-decided', { who: who(talk, last.by) });
}

function closed(talk: Talk, report: Report): string[] {
  const last = lastOf(report, ['closed', 'works-again', 'satisfied', 'no-objection']);
  if (last?.what === 'no-objection') return [talk.say('news.closed-no-objection')];
  if (last?.what !== 'closed' || last.by === undefined) return [talk.say('news.closed')];
  const by = talk.say('news.closed-by', { who: who(talk, last.by) });
  return [by, last.text === null ? '' : talk.say('news.why', { why: last.text })];
}

/** Whoever said that it is solved: those who judge, else the supplier. */
function solver(talk: Talk, report: Report): string {
  const by = lastOf(report, ['solved'])?.by;
  return (by === undefined ? null : actorInWords(talk, by)) ?? supplier(talk, report);
}

function supplier(talk: Talk, report: Report): string {
  const contact = talk.playbook.contacts.get(report.life?.supplier ?? '');
  return contact === undefined ? talk.say('news.the-supplier') : talk.local(contact.role);
}

function who(talk: Talk, actor: HistoryEntry['by']): string {
  return (actor === undefined ? null : actorInWords(talk, actor)) ?? talk.say('news.somebody');
}

function whoDid(talk: Talk, report: Report, what: HistoryEntry['what']): string {
  return who(talk, lastOf(report, [what])?.by);
}

function lastOf({ history }: Report, whats: readonly HistoryEntry['what'][]): HistoryEntry | undefined {
  return history.findLast(({ what }) => whats.includes(what));
}
