import type { Notice } from '../../domain/notices/notice.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { routinePage } from '../pages/routine-page.ts';
import { allStatusPage } from '../pages/status/all-page.ts';
import { withAsOf } from './as-of.ts';
import { DOCUMENTS } from './documents.ts';
import { copyFile, copyLinks, FEEDS } from './links.ts';
import { statusView } from './view.ts';

export const COPY_LIMITS = {
  /** Places of an organisation that get pages and feeds of their own; the whole always does. */
  sites: 100,
} as const;

/** A file of the copy, made when it is asked for. */
export interface CopyFile {
  readonly name: string;
  text(): string;
}

/** What the copy is made of. */
export interface Copied {
  readonly playbook: Playbook;
  readonly notices: readonly Notice[];
}

/** The files of an organisation's folder: pages, feeds and calendar of the whole and of each place, and its routines. */
export function copyFiles(
  { playbook, notices }: Copied,
  now: Temporal.Instant,
  publicUrl: string | null,
): readonly CopyFile[] {
  const links = copyLinks(playbook, publicUrl);
  const local = now.toZonedDateTimeISO(playbook.timezone);
  const places = [null, ...[...playbook.sites.keys()].slice(0, COPY_LIMITS.sites)];
  const documents = places.flatMap((site) =>
    playbook.languages.flatMap((language) =>
      (['page', ...FEEDS] as const).map((name): CopyFile => {
        const { make, times, asOf } = DOCUMENTS[name];
        return {
          name: copyFile(name === 'page' ? 'index.html' : name, playbook, site, language),
          text: () => {
            const view = statusView({ playbook, language, site }, notices, now, links, times);
            return withAsOf(make(view, 'copy'), asOf(local, language));
          },
        };
      }),
    ),
  );
  return [...documents, ...routineFiles(playbook, local)];
}

function routineFiles(playbook: Playbook, now: Temporal.ZonedDateTime): readonly CopyFile[] {
  if (playbook.pages.routine !== 'everybody') return [];
  return playbook.languages.map((language) => ({
    name: copyFile('routine.html', playbook, null, language),
    text: () => routinePage({ playbook, language, key: null }, now),
  }));
}

/** The page that leads to all organisations of the copy. */
export function copyIndex(
  all: readonly Copied[],
  language: Language,
  now: Temporal.Instant,
  zone: string,
): string {
  const views = all.map(({ playbook, notices }) => {
    const asked = { playbook, language: playbook.languages[0], site: null };
    return statusView(asked, notices, now, copyLinks(playbook, null), 'near');
  });
  const page = allStatusPage(language, views, (view) => `${view.playbook.organisation}/index.html`, 'copy');
  return withAsOf(page, DOCUMENTS.page.asOf(now.toZonedDateTimeISO(zone), language));
}
