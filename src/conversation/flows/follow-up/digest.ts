import type { Report } from '../../../domain/reports/report.ts';
import { namedNews } from '../../named-wish.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { setProfile } from '../profile.ts';
import { stateInWords, titleOf } from '../receipt.ts';

const MOST_SHOWN = 10;

/** It was written: “one message a day at 16”. */
export function hearNewsWish(talk: Talk, text: string): void {
  const { as, at } = namedNews(text) ?? { as: 'digest', at: null };
  if (talk.playbook.followUp === null) return talk.note('news.none-here');
  setNews(talk, as, at);
}

/**
 * Whether somebody wants one message a day, or each at once. What is gathered already comes at the time that held then.
 * @param newsAt the time of day, `16:30`; null: the playbook's
 */
export function setNews(talk: Talk, as: 'each' | 'digest', newsAt: string | null = null): boolean {
  setProfile(talk, { news: as, newsAt });
  const at = digestTime(talk).toString({ smallestUnit: 'minute' });
  const other = as === 'digest' ? 'each' : 'digest';
  talk.tell({
    ...{ kind: 'say', text: talk.say(`news.set-${as}`, { at }), tone: 'good' },
    choices: [talk.offer(talk.say(`news.do-${other}`), { do: 'news-as', as: other }, 'quiet')],
  });
  return true;
}

/** Something became of a report; it is told at the stated hour, together with what else did. */
export function keepForDigest(talk: Talk, { id }: Report): void {
  talk.digest = [...talk.digest.filter((report) => report !== id), id];
  if (talk.reminders.some(({ about }) => about.kind === 'digest')) return;
  const due = nextDigest(talk);
  talk.reminders = [...talk.reminders, { id: `digest/${due}`, due, about: { kind: 'digest', report: '' } }];
}

/** What became of one's reports since the last time, as they stand now. Nothing where nothing did. */
export function tellDigest(talk: Talk): void {
  const reports = talk.digest.map((id) => talk.case(id)).filter((report) => report !== null);
  talk.digest = [];
  if (reports.length === 0) return;
  const items = reports.slice(-MOST_SHOWN).map((report) => {
    const title = titleOf(talk, report);
    const { id } = talk.offer(title, { do: 'open-report', report: report.id });
    const when = sayMoment(talk, report.history.at(-1)?.at ?? report.at);
    return { reference: report.id, title, state: stateInWords(talk, report), when, choice: id, label: title };
  });
  talk.tell({
    kind: 'reports',
    title: talk.say('news.digest-title'),
    items: items.map(({ label: _, ...item }) => item),
    note: null,
    choices: [
      ...items.map(({ choice, label }) => ({
        id: choice,
        label: label.slice(0, 80).toWellFormed(),
        style: 'plain' as const,
      })),
      talk.offer(talk.say('news.do-each'), { do: 'news-as', as: 'each' }, 'quiet'),
    ],
  });
}

/** When somebody gets their daily message: at the time that they chose, else at the playbook's. */
function digestTime({ playbook, profile }: Talk): Temporal.PlainTime {
  if (profile.newsAt != null) return Temporal.PlainTime.from(profile.newsAt);
  return playbook.followUp?.digestAt ?? Temporal.PlainTime.from('08:00');
}

/** The next time that it is the stated hour, by the organisation's clock. */
function nextDigest(talk: Talk): number {
  const { now } = talk;
  const at = digestTime(talk);
  const today = now.withPlainTime(at);
  const next =
    Temporal.ZonedDateTime.compare(today, now) > 0 ? today : now.add({ days: 1 }).withPlainTime(at);
  return next.epochMilliseconds;
}
