import { fullMoment } from '../../conversation/words/moment.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { atomFeed } from '../feeds/atom.ts';
import { calendar } from '../feeds/calendar.ts';
import { rssFeed } from '../feeds/rss.ts';
import { statusJson } from '../feeds/status-json.ts';
import { statusPage } from '../pages/status/page.ts';
import type { FeedName } from './links.ts';
import type { StatusView } from './view.ts';

export type DocumentName = 'page' | FeedName;

/** How a document is made of a view. */
export interface DocumentKind {
  readonly type: string;
  readonly times: StatusView['times'];
  /** Whether it counts the minutes of what is down now. */
  readonly countsMinutes: boolean;
  /** With `AS_OF` where the time is to stand. */
  make(view: StatusView, as: 'page' | 'copy'): string;
  /** The time as it stands there. */
  asOf(now: Temporal.ZonedDateTime, language: Language): string;
}

const FEED = { times: 'full', countsMinutes: false, asOf: () => '' } as const;

export const DOCUMENTS: Readonly<Record<DocumentName, DocumentKind>> = {
  page: {
    ...{ type: 'text/html; charset=utf-8', times: 'near', countsMinutes: true },
    make: statusPage,
    asOf: fullMoment,
  },
  'feed.atom': { ...FEED, type: 'application/atom+xml; charset=utf-8', make: atomFeed },
  'feed.rss': { ...FEED, type: 'application/rss+xml; charset=utf-8', make: rssFeed },
  'calendar.ics': { ...FEED, type: 'text/calendar; charset=utf-8', make: calendar },
  'status.json': {
    ...{ type: 'application/json', times: 'full', countsMinutes: true },
    make: statusJson,
    asOf: (now) => now.toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
  },
};

/** Whether somebody's page may be seen without a key. */
export function isOpenToAll({ pages }: Playbook): boolean {
  return pages.status === 'everybody';
}
