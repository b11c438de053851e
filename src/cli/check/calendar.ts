import { weekdayInWords } from '../../conversation/words/calendar.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { type Html, html, trusted } from '../../http/html.ts';
import { LOCALE_TAGS, say } from '../../locales/say.ts';
import type { CaseCoverage, Coverage } from '../../playbook/coverage/coverage.ts';
import {
  type CoveredDay,
  type DayKind,
  daysOf,
  unusualDays,
  usualWeek,
} from '../../playbook/coverage/days.ts';
import { caseNames } from './case-name.ts';
import { title } from './picture.ts';

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; font: 1rem/1.45 system-ui, "Segoe UI", Roboto, sans-serif; color: #14202b; background: #fff; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } section { border-top: 2px solid #14202b; margin-top: 2.5rem; padding-top: 1rem; } h2 { font-size: 1.2rem; margin: 0 0 .3rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
.legend { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; } .legend span { display: inline-block; width: 1.6rem; text-align: center; margin-right: .4rem; border-radius: .25rem; border: 1px solid #9aa5b1; }
.months { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1.2rem; align-items: start; margin-top: 1.2rem; }
table { border-collapse: separate; border-spacing: 2px; width: 100%; } caption { text-align: left; font-weight: 600; padding-bottom: .2rem; } th { font-weight: 400; color: #4d5b68; font-size: .8rem; }
td { text-align: center; border-radius: .25rem; font-size: .85rem; height: 1.7rem; min-width: 1.7rem; border: 1px solid transparent; }
.open { background: #bfe5cf; } .half { background: linear-gradient(135deg, #ffe0a3 50%, #fff6e0 50%); border-color: #c98a00; font-weight: 700; } .closed { background: #e8ebee; color: #4d5b68; } .on-call { background: #bcd6f7; border-color: #1d5fb4; font-weight: 700; }
.week td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid #d5dae0; } .week { width: auto; } .week th { text-align: left; padding-right: 1rem; }
.days { columns: 20rem; padding: 0; list-style: none; margin: 0; } .days li { break-inside: avoid; }
@media print { body { padding: 0; font-size: 10pt; } .months, table { break-inside: avoid; } td { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
@media (max-width: 30rem) { body { padding: 1rem; } }
`;
const SIGN: Readonly<Record<DayKind, string>> = { open: '', half: '½', closed: '–', 'on-call': '◆' };
const KINDS: readonly DayKind[] = ['open', 'half', 'closed', 'on-call'];

/** The year as a calendar that a head of IT understands at a glance; one file, no script. */
export function calendarPage(playbook: Playbook, coverage: Coverage, language: Language): string {
  const legend = KINDS.map(
    (kind) =>
      html`<li><span class="${kind}">${SIGN[kind] || trusted('&nbsp;')}</span>${kindName(kind, language)}</li>`,
  );
  const like = Map.groupBy(coverage.cases, (each) => JSON.stringify(daysOf(playbook, coverage, each)));
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title(playbook, coverage, language)}</title><style>${trusted(STYLE)}</style></head>
<body><h1>${title(playbook, coverage, language)}</h1><p>${say(language, 'calendar.intro')}</p><ul class="legend">${legend}</ul>
${[...like.values()].map((cases) => caseSection(playbook, coverage, cases, language))}
</body></html>
`.toString();
}

/** Cases with the same days share a calendar. */
function caseSection(
  playbook: Playbook,
  coverage: Coverage,
  cases: readonly CaseCoverage[],
  language: Language,
): Html {
  const [first] = cases;
  const days = first === undefined ? [] : daysOf(playbook, coverage, first);
  const months = Map.groupBy(days, ({ date }) => date.toPlainYearMonth().toString());
  const unusual = unusualDays(days);
  return html`<section>${caseNames(playbook, coverage, cases, language).map((name) => html`<h2>${name}</h2>`)}
<h3>${say(language, 'calendar.usual-week')}</h3><table class="week">${usualWeek(days).map((times, i) => html`<tr><th scope="row">${weekdayInWords(i + 1, language, 'long')}</th><td>${times || say(language, 'calendar.closed-day')}</td></tr>`)}</table>
<div class="months">${[...months.values()].map((ofMonth) => month(ofMonth, language))}</div>
${unusual.length > 0 && html`<h3>${say(language, 'calendar.exact')}</h3><ul class="days">${unusual.map((day) => html`<li>${dayText(day, language)}</li>`)}</ul>`}
</section>`;
}

function month(days: readonly CoveredDay[], language: Language): Html {
  const [first] = days;
  if (first === undefined) return html``;
  const blanks = Array.from({ length: first.date.dayOfWeek - 1 }, () => html`<td></td>`);
  const cells = [
    ...blanks,
    ...days.map(
      (day) => html`<td class="${day.kind}" title="${dayText(day, language)}">${day.date.day}</td>`,
    ),
  ];
  const rows = Array.from(
    { length: Math.ceil(cells.length / 7) },
    (_, row) => html`<tr>${cells.slice(row * 7, row * 7 + 7)}</tr>`,
  );
  const heads = [0, 1, 2, 3, 4, 5, 6].map(
    (i) => html`<th scope="col">${weekdayInWords(i + 1, language, 'short').slice(0, 2)}</th>`,
  );
  const name = first.date.toLocaleString(LOCALE_TAGS[language], { month: 'long', year: 'numeric' });
  return html`<table><caption>${name}</caption><tr>${heads}</tr>${rows}</table>`;
}

function dayText({ date, kind, times }: CoveredDay, language: Language): string {
  const name = date.toLocaleString(LOCALE_TAGS[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return `${name}: ${kindName(kind, language)}${times.length === 0 ? '' : ` ${times.join(', ')}`}`;
}

function kindName(kind: DayKind, language: Language): string {
  return say(language, `calendar.${kind}`);
}
