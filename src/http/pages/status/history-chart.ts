import type { HistoryDay, ServiceHistory } from '../../../domain/notices/board/history.ts';
import { type Html, html } from '../../html.ts';
import { historyIn, type StatusView } from '../../status/view.ts';
import { dayOf, minutesInWords, nameOf, sayIn } from '../../status/words.ts';

/** How high a day stands: the state shows by height as well as by colour. */
const HEIGHTS: Readonly<Record<HistoryDay['state'], number>> = { ok: 5, maintenance: 13, outage: 20 };
const FULL = 20;

/** The last days of each service: a bar a day, the same in a sentence, and day by day. */
export function historyChart(view: StatusView): Html {
  const histories = historyIn(view);
  const count = histories[0]?.days.length ?? 0;
  if (count === 0) return html``;
  return html`<section aria-labelledby="history"><h2 id="history">${sayIn(view, 'status.history', { count })}</h2>
<ul class="legend">${(['ok', 'maintenance', 'outage'] as const).map((state) => html`<li>${bars([state])} ${sayIn(view, `status.legend-${state}`)}</li>`)}</ul>
<ul class="history">${histories.map((history) => row(view, history))}</ul>
<p class="axis"><span>${sayIn(view, 'status.days-ago', { count })}</span><span>${sayIn(view, 'status.today')}</span></p>
</section>`;
}

function row(view: StatusView, { service, days }: ServiceHistory): Html {
  const name =
    service === null ? sayIn(view, 'status.history-other') : nameOf(view, view.playbook.services, service);
  const marked = days.filter(({ state }) => state !== 'ok').toReversed();
  return html`<li><h3>${name}</h3>${bars(days.map(({ state }) => state))}
<p class="remark">${summary(view, days)}</p>
${marked.length > 0 && html`<details><summary>${sayIn(view, 'status.history-days')}<span class="visually-hidden">: ${name}</span></summary><ul class="bare">${marked.map((day) => html`<li>${dayOf(view, day.day)}: ${dayInWords(view, day)}</li>`)}</ul></details>`}</li>`;
}

/** A picture for the eye; what it says stands beside it in words. */
function bars(states: readonly HistoryDay['state'][]): Html {
  const path = (wanted: HistoryDay['state']): Html | null => {
    const drawn = states
      .map((state, i) => (state === wanted ? `M${i}.5 ${FULL}v-${HEIGHTS[state]}` : ''))
      .join('');
    return drawn === '' ? null : html`<path class="${wanted}" d="${drawn}"/>`;
  };
  return html`<svg aria-hidden="true" viewBox="0 0 ${states.length} ${FULL}" preserveAspectRatio="none">${path('ok')}${path('maintenance')}${path('outage')}</svg>`;
}

function summary(view: StatusView, days: readonly HistoryDay[]): string {
  const some = (
    key: 'status.history-outages' | 'status.history-works',
    of: 'outage' | 'maintenance',
  ): string[] => {
    const hit = days.filter((day) => day[of] > 0);
    const minutes = hit.reduce((sum, day) => sum + day[of], 0);
    return hit.length === 0
      ? []
      : [sayIn(view, key, { count: hit.length, time: minutesInWords(view, minutes) })];
  };
  const lines = [...some('status.history-outages', 'outage'), ...some('status.history-works', 'maintenance')];
  if (lines.length === 0) return sayIn(view, 'status.history-ok');
  const sentence = lines.join(', ');
  return `${sentence.charAt(0).toLocaleUpperCase(view.language)}${sentence.slice(1)}.`;
}

function dayInWords(view: StatusView, { outage, maintenance }: HistoryDay): string {
  const lines = [
    ...(outage > 0 ? [sayIn(view, 'status.day-outage', { time: minutesInWords(view, outage) })] : []),
    ...(maintenance > 0
      ? [sayIn(view, 'status.day-works', { time: minutesInWords(view, maintenance) })]
      : []),
  ];
  return lines.join(', ');
}
