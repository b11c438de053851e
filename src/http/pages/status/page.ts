import { hash } from 'node:crypto';
import { BOARD_LIMITS, type Board } from '../../../domain/notices/board/board.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { say } from '../../../locales/say.ts';
import { type Html, html } from '../../html.ts';
import { AS_OF } from '../../status/as-of.ts';
import { FEEDS, type FeedName } from '../../status/links.ts';
import type { StatusView } from '../../status/view.ts';
import { nameOf, sayIn } from '../../status/words.ts';
import { page } from '../layout.ts';
import { bannerOf, newsOf } from './banner.ts';
import { historyChart } from './history-chart.ts';
import { SCRIPT_ADDRESS } from './live-script.ts';
import { noticeCard, pastNotice, recalledCard } from './notice-card.ts';
import { STATUS_STYLE } from './style.ts';

const FEED_WORDS: Readonly<Record<FeedName, TextKey>> = {
  'feed.atom': 'status.feed-atom',
  'feed.rss': 'status.feed-rss',
  'calendar.ics': 'status.calendar',
  'status.json': 'status.json',
};

/**
 * How things are with an organisation, for everybody who wonders. It needs no script; with one it keeps itself up to date.
 * @param as `page`, or a `copy` that is read when the service is down
 * @returns with `AS_OF` where the time is to stand
 */
export function statusPage(view: StatusView, as: 'page' | 'copy'): string {
  const { playbook, language, site, board } = view;
  const title = sayIn(view, 'status.title');
  const where = site === null ? null : nameOf(view, playbook.sites, site);
  const { tone, headline, lines } = bannerOf(view);
  const content = html`
<header><p>${playbook.name}</p><h1>${title}${where !== null && html`: ${where}`}</h1>${languages(view)}</header>
<main id="status" data-version="${versionOf(board)}" data-news="${newsOf(view)}">
<p id="status-news" class="visually-hidden" role="status" data-keep></p>
${as === 'copy' && copyRemark(view)}
<p class="status ${tone}">${headline}${lines.map((line) => html`<small>${line}</small>`)}</p>
${siteChooser(view)}
${board.recalled.map((notice) => recalledCard(view, notice))}
${section(view, 'outages', board.outages, 'shut')}
${section(view, 'under-way', board.underWay, 'limited')}
${section(view, 'coming', board.coming, 'plain')}
${section(view, 'cancelled', board.cancelled, 'plain')}
${whoLink(view)}
${historyChart(view)}
${past(view)}
</main>
<footer>${follow(view)}<p>${sayIn(view, 'who.checked-at', { at: AS_OF })}</p>${as === 'page' && liveRemark(view)}</footer>`;
  const name = where === null ? playbook.name : `${where}, ${playbook.name}`;
  return page(language, `${title} – ${name}`, content, { style: STATUS_STYLE, head: head(view, as) });
}

/** Another one whenever something has happened that the reader should look at. */
function versionOf({ state, outages, underWay, coming, cancelled, recalled, past: over }: Board): string {
  const all = [outages, underWay, coming, cancelled, recalled, over].map((notices) =>
    notices.map(({ id, revision }) => [id, revision]),
  );
  return hash('sha256', JSON.stringify([state, all])).slice(0, 16);
}

function head(view: StatusView, as: 'page' | 'copy'): Html {
  const { links, site, language } = view;
  return html`<link rel="alternate" type="application/atom+xml" title="${sayIn(view, 'status.feed-atom')}" href="${links.feed('feed.atom', site, language)}">
<link rel="alternate" type="application/rss+xml" title="${sayIn(view, 'status.feed-rss')}" href="${links.feed('feed.rss', site, language)}">
${
  as === 'page' &&
  html`<script type="module" src="${SCRIPT_ADDRESS}"></script>
`
}`;
}

function section(
  view: StatusView,
  name: 'outages' | 'under-way' | 'coming' | 'cancelled',
  notices: readonly Notice[],
  tone: 'shut' | 'limited' | 'plain',
): Html | null {
  if (notices.length === 0) return null;
  return html`<section aria-labelledby="${name}" id="section-${name}"><h2 id="${name}">${sayIn(view, `status.${name}`)}</h2>
${notices.map((notice) => noticeCard(view, notice, tone))}</section>`;
}

function past(view: StatusView): Html {
  const { past: over } = view.board;
  return html`<section aria-labelledby="past"><h2 id="past">${sayIn(view, 'status.past')}</h2>
${over.length === 0 ? html`<p>${sayIn(view, 'status.past-none', { count: BOARD_LIMITS.days })}</p>` : over.map((notice) => pastNotice(view, notice))}</section>`;
}

function whoLink(view: StatusView): Html | null {
  const address = view.links.who(view.site, view.language);
  return address === null
    ? null
    : html`<p><a class="way web" href="${address}">${sayIn(view, 'who.title')}</a></p>`;
}

/** Beyond so many places they are folded up. */
const MOST_SITES_OPEN = 8;

function siteChooser(view: StatusView): Html | null {
  const { playbook, site, language, links } = view;
  if (playbook.sites.size === 0) return null;
  const link = (id: string | null, name: string): Html =>
    html`<li><a href="${links.page(id, language)}"${id === site && html` aria-current="page"`}>${name}</a></li>`;
  const list = html`<ul class="sites">${link(null, sayIn(view, 'status.all-sites'))}${[...playbook.sites.keys()].map((id) => link(id, nameOf(view, playbook.sites, id)))}</ul>`;
  const label = sayIn(view, 'status.sites');
  return playbook.sites.size <= MOST_SITES_OPEN
    ? html`<nav aria-label="${label}">${list}</nav>`
    : html`<nav aria-label="${label}"><details><summary>${label}</summary>${list}</details></nav>`;
}

function follow(view: StatusView): Html {
  const { links, site, language } = view;
  const mail = links.subscribe(language);
  return html`<h2>${sayIn(view, 'status.follow')}</h2><ul class="follow">${mail !== null && html`<li><a href="${mail}">${sayIn(view, 'status.mail')}</a></li>`}${FEEDS.map(
    (name) =>
      html`<li><a href="${links.feed(name, site, language)}">${sayIn(view, FEED_WORDS[name])}</a></li>`,
  )}</ul>`;
}

function liveRemark(view: StatusView): Html {
  const time = { time: '{time}' };
  return html`<p id="status-live" data-keep data-zone="${view.now.timeZoneId}" data-checked="${sayIn(view, 'status.live', time)}" data-late="${sayIn(view, 'status.live-late', time)}" hidden></p>`;
}

function copyRemark(view: StatusView): Html {
  const original = view.links.original(view.site, view.language);
  return html`<p class="notice">${sayIn(view, 'status.copy', { at: AS_OF })}${original !== null && html` <a href="${original}">${sayIn(view, 'status.copy-original')}</a>`}</p>`;
}

function languages(view: StatusView): Html | null {
  const { playbook, language, site, links } = view;
  if (playbook.languages.length < 2) return null;
  const others = playbook.languages.filter((each) => each !== language);
  return html`<nav class="languages" aria-label="${sayIn(view, 'form.language')}">${others.map((each) => html`<a href="${links.page(site, each)}" hreflang="${each}" lang="${each}">${say(each, 'language.name')}</a>`)}</nav>`;
}
