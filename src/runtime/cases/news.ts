import type { Happening, Speaker } from '../../conversation/event.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { siteLine } from '../../domain/organisation/site.ts';
import type { LifeNews, LivingReport } from '../../domain/reports/life/life.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Store } from '../../ports/store.ts';
import { escalationTimer } from '../escalations/events.ts';
import { deskOf } from '../names.ts';
import { ORDER_EVENTS, type OrderProcessHappening } from '../orders/events.ts';
import { type Holder, holdersOf, speakerOf } from '../people/holders.ts';
import { type Moment, tellTimer } from '../process/tell.ts';
import { CASE_EVENTS, type CaseHappening } from './events.ts';

/** Who is told of a report, and by which clock. */
export interface NewsJob extends Moment {
  readonly store: Pick<Store, 'findRecords' | 'record'>;
  readonly playbook: Playbook;
  readonly report: LivingReport;
  /** Where somebody did it: there it is shown already. */
  readonly by: string | null;
  /** The report that it goes on as, if that is what the news are of. */
  readonly main: string | null;
}

/** After so many reminders that brought nothing, IT's desk sees it too. */
const DESK_FROM_REMINDER = 2;
const DESK: Speaker = { user: 'desk', desk: true, locale: null, role: null, site: null };

/** News as events of the conversations of those whom they concern: each rings at once. */
export async function newsTimers(job: NewsJob, news: readonly LifeNews[]): Promise<TimerChange[]> {
  const timers = await Promise.all(news.map((each) => timersOf(job, each)));
  return timers.flat();
}

async function timersOf(job: NewsJob, news: LifeNews): Promise<TimerChange[]> {
  const { report } = job;
  switch (news.to) {
    case 'judges':
      return toJudges(job, news.what);
    case 'reporter':
      return [toReporter(job, news.what)];
    case 'spreaders':
      return toSpreaders(job);
    case 'main':
      return [toCase(job, news.report, { kind: 'joined-by', report: report.id })];
    case 'joined': {
      const { revision } = report.life;
      const what = { kind: 'main', main: report.id, revision, what: news.what } as const;
      return report.life.joins.map((id) => toCase(job, id, what));
    }
    case 'order':
      return [toOrder(job, news.what)];
    case 'escalation':
      return toEscalation(job, news);
  }
}

/** Who judges is pinged as the playbook escalates, when reminding brought nothing. A report of its own begins with its turn. */
function toEscalation(
  { playbook, report, now, ahead }: NewsJob,
  { what, matter }: Extract<LifeNews, { to: 'escalation' }>,
): TimerChange[] {
  const { organisation, escalation, followUp, contacts } = playbook;
  if (escalation === null) return [];
  const { id, state } = report;
  if (what === 'stop')
    return [escalationTimer(organisation, { kind: 'stop', matter, report: id, why: state }, { now, ahead })];
  const judge = followUp?.judge ?? null;
  if (matter === 'report' || judge === null) return [];
  const standIn = contacts.get(judge)?.standIn ?? null;
  const asked = [judge, ...(standIn === null ? [] : [standIn])];
  const about = { kind: 'judge', reports: [id], order: null } as const;
  return [escalationTimer(organisation, { kind: 'start', matter: about, contacts: asked }, { now, ahead })];
}

/** Whoever holds the judge's contact; where nobody can be written to IT's desk gets it, so that it is not lost. */
async function toJudges(
  job: NewsJob,
  what: Extract<LifeNews, { to: 'judges' }>['what'],
): Promise<TimerChange[]> {
  const { playbook, report, store, by } = job;
  const judge = playbook.followUp?.judge ?? null;
  if (judge === null) return [];
  const event = { kind: 'case', report: report.id, what } as const;
  const holders = await holdersOf(store, playbook, judge);
  const told = holders
    // Where it was done the card stands already.
    .filter(({ conversation }) => what !== 'update' || conversation !== by)
    .map((holder) => toHolder(job, holder, event));
  const isUrged = report.life.reminded >= DESK_FROM_REMINDER && what !== 'update';
  const desk = holders.length === 0 || (isUrged && !holders.some(({ desk: isDesk }) => isDesk));
  return desk ? [...told, tell(job, deskOf(playbook.organisation), DESK, event)] : told;
}

function toReporter(job: NewsJob, what: Extract<LifeNews, { to: 'reporter' }>['what']): TimerChange {
  const { report, main } = job;
  const { user, conversation, language } = report;
  const from = { user, desk: false, locale: language, role: null, site: null };
  return tell(job, conversation, from, { kind: 'case-news', report: report.id, what, main });
}

/** Managers of the sites that are hit, and whom the playbook names besides. */
async function toSpreaders(job: NewsJob): Promise<TimerChange[]> {
  const { playbook, report, store } = job;
  const line = siteLine(playbook.sites, report.site);
  const hit = line.length > 0 ? line.slice(0, 1) : [...playbook.sites.values()];
  const managers = hit.map(({ manager }) => manager).filter((manager) => manager !== null);
  const contacts = [...new Set([...(playbook.followUp?.spread?.contacts ?? []), ...managers])];
  const found = await Promise.all(contacts.map((contact) => holdersOf(store, playbook, contact)));
  const holders = new Map(found.flat().map((holder) => [holder.conversation, holder]));
  const event = { kind: 'spread', report: report.id } as const;
  if (holders.size === 0) return [tell(job, deskOf(playbook.organisation), DESK, event)];
  return [...holders.values()].map((holder) => toHolder(job, holder, event));
}

function toHolder(job: NewsJob, holder: Holder, what: Happening): TimerChange {
  return tell(job, holder.conversation, speakerOf(holder), what);
}

function tell(
  { playbook, report, now, ahead }: NewsJob,
  conversation: string,
  from: Speaker,
  what: Happening,
): TimerChange {
  const { organisation } = playbook;
  const detail = 'what' in what ? what.what : '';
  // Each change has news of its own: none takes the place of another that has not rung yet.
  const name = `${what.kind}-${detail}/${report.life.revision}/${report.id}/${conversation}`;
  return tellTimer({ organisation, conversation, from }, what, name, { now, ahead });
}

/** The report's order is made, or hears what the reporter says. */
function toOrder(
  { playbook, report, now, ahead }: NewsJob,
  what: Extract<LifeNews, { to: 'order' }>['what'],
): TimerChange {
  const { organisation } = playbook;
  const { supplier, joins, judgement, revision } = report.life;
  const at = (happening: OrderProcessHappening) =>
    ORDER_EVENTS.timer({ organisation, subject: report.id, ahead, what: happening }, now);
  if (what === 'make') {
    const name = judgement?.by.name ?? judgement?.by.contact ?? null;
    return at({ kind: 'make', supplier, others: joins, by: { kind: 'bot' }, for: name });
  }
  const text = report.history.at(-1)?.text ?? '–';
  return at({ kind: 'report', id: String(revision), what: what === 'stop' ? 'withdrawn' : what, text });
}

function toCase({ playbook, now, ahead }: NewsJob, subject: string, what: CaseHappening): TimerChange {
  return CASE_EVENTS.timer({ organisation: playbook.organisation, subject, ahead, what }, now);
}
