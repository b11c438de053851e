import { cleanText } from '../../conversation/plain-text/clean.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import { html, trusted } from '../html.ts';
import type { StatusView } from '../status/view.ts';
import { nameOf, sayIn } from '../status/words.ts';
import { entriesOf, type FeedEntry } from './entries.ts';
import { uuidOf } from './uuid.ts';

/** Updated of a feed in which nothing was ever told: it has to have one, and it must not change by itself. */
const NEVER: Millis = 0;

/** The feed as Atom (RFC 4287). What people wrote is escaped twice: as text within markup within XML. */
export function atomFeed(view: StatusView): string {
  const { playbook, language, site, links } = view;
  const entries = entriesOf(view);
  const name = cleanText(playbook.name);
  const updated = Math.max(NEVER, ...entries.map((entry) => entry.updated));
  return html`${trusted('<?xml version="1.0" encoding="utf-8"?>\n')}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>urn:uuid:${uuidOf(playbook.organisation, 'feed', site ?? '', language)}</id>
<title>${feedTitle(view)}</title>
<updated>${timestamp(updated)}</updated>
<author><name>${name}</name></author>
<link rel="self" type="application/atom+xml" href="${links.feed('feed.atom', site, language)}"/>
<link rel="alternate" type="text/html" href="${links.page(site, language)}"/>
<generator>Driftvakt</generator>
${entries.map(entry)}</feed>
`.toString();
}

/** What the feed is called, of the whole or of a place. */
export function feedTitle(view: StatusView): string {
  const { playbook, site } = view;
  const title = sayIn(view, 'status.feed-name', { name: cleanText(playbook.name) });
  return site === null ? title : `${title} (${nameOf(view, playbook.sites, site)})`;
}

/** The lines of an entry as markup. */
export function entryMarkup({ lines }: FeedEntry): string {
  return lines.map((line) => String(html`<p>${line}</p>`)).join('\n');
}

function entry(each: FeedEntry) {
  return html`<entry>
<id>${each.id}</id>
<title>${each.title}</title>
<published>${timestamp(each.published)}</published>
<updated>${timestamp(each.updated)}</updated>
<link rel="alternate" type="text/html" href="${each.address}"/>
<content type="html">${entryMarkup(each)}</content>
</entry>
`;
}

/** RFC 3339. */
function timestamp(at: Millis): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });
}
