import { cleanText } from '../../conversation/plain-text/clean.ts';
import type { MaintenanceWindow, Notice, OutageNotice } from '../../domain/notices/notice.ts';
import { windowPhase } from '../../domain/notices/view.ts';
import type { LocalText } from '../../domain/organisation/language.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import { bannerOf } from '../pages/status/banner.ts';
import { AS_OF } from '../status/as-of.ts';
import { titleOf } from '../status/in-words.ts';
import { historyIn, type StatusView } from '../status/view.ts';
import { nameOf, said } from '../status/words.ts';

/** Changes only when a reader of the earlier one would misunderstand; fields may be added without. */
const VERSION = 1;

/** How things are, for programs. docs/status.md explains every field. */
export function statusJson(view: StatusView): string {
  const { playbook, language, site, board } = view;
  const { headline, lines } = bannerOf(view);
  const text = JSON.stringify({
    version: VERSION,
    asOf: AS_OF,
    organisation: playbook.organisation,
    name: cleanText(playbook.name),
    language,
    site,
    state: board.state,
    headline: [headline, ...lines].join(' '),
    outages: board.outages.map((notice) => outage(view, notice)),
    windows: [...board.underWay, ...board.coming, ...board.cancelled].map((window) => windowOf(view, window)),
    past: board.past.map((notice) => anyOf(view, notice)),
    recalled: board.recalled.map(({ id, changedAt }) => ({ id, at: time(view, changedAt) })),
    services: historyIn(view).map(({ service, days }) => ({
      id: service,
      name: service === null ? null : nameOf(view, playbook.services, service),
      days: days.map((day) => ({ ...day, day: day.day.toString() })),
    })),
  });
  // JSON writes the mark as an escape. The first is ours: before it nothing stands that somebody wrote.
  return `${text.replace(JSON.stringify(AS_OF).slice(1, -1), AS_OF)}\n`;
}

function anyOf(view: StatusView, notice: Notice) {
  return notice.kind === 'outage' ? outage(view, notice) : windowOf(view, notice);
}

function outage(view: StatusView, notice: OutageNotice) {
  const { services, sites, since, over, phase, long, wait, nextWord } = notice;
  return {
    ...common(view, notice),
    ...{ state: phase, services, sites, since: time(view, since), over: time(view, over) },
    ...{ long, wait, nextWord: time(view, nextWord), retrospect: words(view, notice.retrospect) },
  };
}

function windowOf(view: StatusView, window: MaintenanceWindow) {
  const { shortNotice, parts, support, cancelledAt, sequence } = window;
  return {
    ...common(view, window),
    ...{ state: windowPhase(window, view.now.epochMilliseconds), shortNotice, sequence },
    cancelledAt: time(view, cancelledAt),
    parts: parts.map(({ id, services, sites, from, to, effect, endedAt, extendedFrom = null }) => ({
      ...{ id, services, sites, from: time(view, from), to: time(view, to) },
      ...{
        endedAt: time(view, endedAt),
        extendedFrom: time(view, extendedFrom),
        effect: words(view, effect),
      },
    })),
    support: support.map(({ services = [], sites = null, from, to, text }) => ({
      ...{ services, sites, from: time(view, from), to: time(view, to), text: words(view, text) },
    })),
  };
}

function common(view: StatusView, notice: Notice) {
  const { id, kind, revision, publishedAt, changedAt, routine, origin } = notice;
  return {
    ...{ id, kind, revision, title: titleOf(view, notice).text, text: words(view, notice.text) },
    ...{ meanwhile: words(view, notice.meanwhile), routine },
    from: origin === undefined ? null : cleanText(origin.name),
    ...{ publishedAt: time(view, publishedAt), changedAt: time(view, changedAt) },
    updates: notice.updates.map(({ number, at, phase, text, correctedAt }) => ({
      ...{ number, at: time(view, at), phase, text: words(view, text) },
      correctedAt: time(view, correctedAt),
    })),
  };
}

function words(view: StatusView, text: LocalText): string | null {
  return said(view, text)?.text ?? null;
}

/** ISO 8601 with the offset of the organisation's zone. */
function time({ now }: StatusView, at: Millis): string;
function time({ now }: StatusView, at: Millis | null): string | null;
function time({ now }: StatusView, at: Millis | null): string | null {
  if (at === null) return null;
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(now.timeZoneId);
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
