import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';

/** What is told of an organisation besides its page, by the last part of its address. */
export const FEEDS = ['feed.atom', 'feed.rss', 'calendar.ics', 'status.json'] as const;
export type FeedName = (typeof FEEDS)[number];

/** Where the reader finds what belongs to a page. */
export interface StatusLinks {
  /** Null: all places. */
  page(site: string | null, language: Language): string;
  feed(name: FeedName, site: string | null, language: Language): string;
  /** Null: the reader may not see it, or it is not there. */
  who(site: string | null, language: Language): string | null;
  routine(id: string, language: Language): string | null;
  /** Where one asks for notices by mail. */
  subscribe(language: Language): string | null;
  /** The page of which this is a copy; null: it is none, or nobody said where the service is reached. */
  original(site: string | null, language: Language): string | null;
}

type Query = Readonly<Record<string, string | null>>;

/**
 * Addresses of the service.
 * @param key that opened the page; null: it was open, or another page is closed to this reader
 * @param base what stands before each path: the origin for feeds, which are read elsewhere; nothing for pages
 * @param hasMail whether notices go out by mail
 */
export function serviceLinks(
  playbook: Playbook,
  key: string | null,
  base: string,
  hasMail = false,
): StatusLinks {
  const { organisation, pages } = playbook;
  const address = (path: string, language: Language, query: Query): string =>
    `${base}${path}${queryText({ ...query, lang: language === playbook.languages[0] ? null : language, key })}`;
  const mayOpen = (page: 'who' | 'routine'): boolean =>
    pages[page] === 'everybody' || (pages[page] === 'link' && key !== null);
  return {
    page: (site, language) => address(`/status/${organisation}`, language, { site }),
    feed: (name, site, language) => address(`/status/${organisation}/${name}`, language, { site }),
    who: (site, language) => (mayOpen('who') ? address(`/who/${organisation}`, language, { site }) : null),
    routine: (id, language) =>
      mayOpen('routine') && playbook.routines.has(id)
        ? `${address(`/routine/${organisation}`, language, {})}#routine-${id}`
        : null,
    subscribe: (language) => (hasMail ? address(`/status/${organisation}/subscribe`, language, {}) : null),
    original: () => null,
  };
}

function queryText(parts: Query): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== null) query.set(name, value);
  return query.size === 0 ? '' : `?${query}`;
}

/** The name of a file of the copy, in the folder of its organisation. */
export function copyFile(
  name: FeedName | 'index.html' | 'routine.html',
  { languages: [own] }: Playbook,
  site: string | null,
  language: Language,
): string {
  return [...(site === null ? [] : [`site-${site}`]), ...(language === own ? [] : [language]), name].join(
    '.',
  );
}

/** Addresses within the copy, which hold from a disk as from any server. */
export function copyLinks(playbook: Playbook, publicUrl: string | null): StatusLinks {
  const original = publicUrl === null ? null : serviceLinks(playbook, null, publicUrl);
  return {
    page: (site, language) => copyFile('index.html', playbook, site, language),
    feed: (name, site, language) => copyFile(name, playbook, site, language),
    who: (site, language) => original?.who(site, language) ?? null,
    routine: (id, language) =>
      playbook.pages.routine === 'everybody' && playbook.routines.has(id)
        ? `${copyFile('routine.html', playbook, null, language)}#routine-${id}`
        : null,
    subscribe: () => null,
    original: (site, language) => original?.page(site, language) ?? null,
  };
}
