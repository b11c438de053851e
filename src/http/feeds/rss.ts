import type { Millis } from '../../domain/timeline/timeline.ts';
import { html, trusted } from '../html.ts';
import type { StatusView } from '../status/view.ts';
import { sayIn } from '../status/words.ts';
import { entryMarkup, feedTitle } from './atom.ts';
import { entriesOf, type FeedEntry } from './entries.ts';

/** The feed as RSS 2.0, for readers that know nothing newer. */
export function rssFeed(view: StatusView): string {
  const { language, site, links } = view;
  const entries = entriesOf(view);
  const newest = entries[0];
  return html`${trusted('<?xml version="1.0" encoding="utf-8"?>\n')}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${feedTitle(view)}</title>
<link>${links.page(site, language)}</link>
<description>${sayIn(view, 'status.title')}</description>
<language>${language}</language>
${newest !== undefined && html`<lastBuildDate>${dateTime(newest.updated)}</lastBuildDate>\n`}<generator>Driftvakt</generator>
<atom:link rel="self" type="application/rss+xml" href="${links.feed('feed.rss', site, language)}"/>
${entries.map(item)}</channel></rss>
`.toString();
}

function item(entry: FeedEntry) {
  return html`<item>
<guid isPermaLink="false">${entry.id}</guid>
<title>${entry.title}</title>
<link>${entry.address}</link>
<pubDate>${dateTime(entry.updated)}</pubDate>
<description>${entryMarkup(entry)}</description>
</item>
`;
}

/** RFC 822 with a year of four digits, as RSS asks for. */
function dateTime(at: Millis): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
