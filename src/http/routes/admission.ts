import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { say } from '../../locales/say.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LinkKeys } from '../link-key.ts';
import { messagePage } from '../pages/layout.ts';
import type { PageReply } from '../reply.ts';

/** What a page of an organisation needs from around it. */
export interface PageParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly keys: LinkKeys;
}

/** Somebody who may see the page. */
export interface Admitted {
  readonly playbook: Playbook;
  readonly language: Language;
  /** The key of the link, if it was the right one: such readers see direct numbers too. */
  readonly key: string | null;
}

/** Pages whose access the playbook decides. One key opens all of an organisation's. */
export type GuardedPage = keyof Playbook['pages'];
export const LINK_PURPOSE = 'pages';

/** Lets the reader in, or says why not. */
export function admit(
  parts: PageParts,
  page: GuardedPage,
  organisation: string,
  query: URLSearchParams,
): Admitted | PageReply {
  const playbook = parts.playbooks.get(organisation);
  if (playbook === undefined) return refusal(404, 'en', page, say('en', 'page.no-organisation'));
  const language = languageOf(playbook, query.get('lang'));
  const key = parts.keys.opens(LINK_PURPOSE, organisation, query.get('key')) ? query.get('key') : null;
  const access = playbook.pages[page];
  if (access === 'nobody') return refusal(404, language, page, say(language, 'page.closed'));
  if (access === 'link' && key === null)
    return refusal(403, language, page, say(language, 'page.needs-link'));
  return { playbook, language, key };
}

/** A page that says why there is nothing to see. */
export function refusal(status: number, language: Language, page: GuardedPage, message: string): PageReply {
  const title: TextKey = `${page}.title`;
  return { status, body: messagePage(language, say(language, title), message) };
}

function languageOf(playbook: Playbook, wanted: string | null): Language {
  const known = LANGUAGES.find((language) => language === wanted && playbook.languages.includes(language));
  return known ?? playbook.languages[0];
}
