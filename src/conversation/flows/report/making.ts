import type { DirectoryEntry, Identity } from '../../../domain/people/directory.ts';
import { happened } from '../../../domain/reports/history.ts';
import { outagesFor } from '../../../domain/reports/known.ts';
import { OUTAGE_LIMITS } from '../../../domain/reports/outage.ts';
import { REPORT_LIMITS, type Report } from '../../../domain/reports/report.ts';
import { proposalFor, sameMatter } from '../../../domain/reports/tie.ts';
import type { Talk } from '../../talk.ts';
import { answerTo, type Draft } from './draft.ts';
import { roleOf, type Verdict } from './facts.ts';
import { outageQuestion } from './questions.ts';

/** Keeps the report that a draft came to: a new one, or the same judged again. */
export function keepDecided(talk: Talk, draft: Draft, verdict: Verdict): Report {
  const before = draft.report === null ? null : talk.report(draft.report);
  const report =
    before === null ? newReport(talk, draft, verdict) : judgedAgain(talk, draft, verdict, before);
  const outage = tiedOutage(talk, draft, report);
  const tied =
    outage === null || report.outage === outage
      ? report
      : happened(report, now(talk), 'tied-to-outage', { outage });
  keepReport(talk, tied);
  return tied;
}

/** Keeps a report as it is now, and puts it before IT if it makes an outage likely. */
export function keepReport(talk: Talk, report: Report): void {
  talk.want({ effect: 'keep-report', report });
  if (report.outage !== null || report.state === 'withdrawn') return;
  const { proposals, recent } = talk.event.known;
  const waiting = proposals.find((proposal) => sameMatter(proposal, report));
  if (waiting !== undefined) {
    if (waiting.reports.includes(report.id)) return;
    talk.want({
      effect: 'keep-proposal',
      proposal: { ...waiting, reports: [...waiting.reports, report.id].slice(0, OUTAGE_LIMITS.reports) },
    });
    return;
  }
  if (talk.wants('propose')) return;
  const proposal = proposalFor(talk.playbook, report, recent, talk.event.reference);
  if (proposal === null) return;
  talk.want({ effect: 'keep-proposal', proposal });
  talk.want({ effect: 'propose', proposal });
}

function newReport(talk: Talk, draft: Draft, verdict: Verdict): Report {
  const { event, profile } = talk;
  return {
    id: event.reference,
    organisation: talk.playbook.organisation,
    user: event.from.user,
    by: entryOf(event.known.identity),
    conversation: event.conversation,
    at: now(talk),
    language: talk.language,
    ...decided(talk, draft, verdict),
    what: draft.text,
    where: null,
    hit: verdict.hit,
    since: null,
    contactBack: profile.contactBack,
    pictures: draft.pictures,
    state: 'open',
    receipt: 'spoken',
    outage: null,
    history: [{ at: now(talk), what: 'reported', text: null }],
  };
}

function judgedAgain(talk: Talk, draft: Draft, verdict: Verdict, before: Report): Report {
  const worse = verdict.class === 'critical' && before.class !== 'critical';
  const change = {
    ...decided(talk, draft, verdict),
    what: draft.text === '' ? before.what : draft.text,
    hit: verdict.hit ?? before.hit,
    pictures: [...before.pictures, ...draft.pictures].slice(0, REPORT_LIMITS.pictures),
    // What is critical has to be spoken anew; what was received stays so otherwise.
    ...(worse && { state: 'open' as const }),
  };
  return happened(before, now(talk), worse ? 'became-critical' : 'corrected', change);
}

function decided(talk: Talk, draft: Draft, verdict: Verdict) {
  return {
    class: verdict.class,
    circumstances: verdict.circumstances,
    statedCritical: draft.stated,
    service: verdict.service,
    site: talk.site,
    role: roleOf(talk, draft),
    policy: verdict.policy,
    routine: verdict.routine,
    trail: draft.answers.flatMap(({ trail }) => (trail === null ? [] : [trail])),
  };
}

/** An announced outage that it belongs to; not one of which the reporter said that it is another matter. */
function tiedOutage(talk: Talk, draft: Draft, { service, site }: Report): string | null {
  const concerned = outagesFor(talk.playbook, talk.outages(), { service, site });
  return concerned.find(({ id }) => answerTo(draft, outageQuestion(id)) === null)?.id ?? null;
}

function now(talk: Talk): number {
  return talk.now.epochMilliseconds;
}

/** Without the manager, who has nothing to do with it. */
function entryOf(identity: Identity | null): DirectoryEntry | null {
  if (identity === null) return null;
  const { name, email, phone } = identity;
  return { name, email, phone };
}
