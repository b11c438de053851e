import type { ServerResponse } from 'node:http';
import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { say } from '../../../locales/say.ts';
import type { SmallPage } from '../../../ports/small-page.ts';
import type { Installation } from './installation.ts';

/** Shows one: the look is the server's. */
export type ShowPage = (response: ServerResponse, page: SmallPage) => void;

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

const NOTHING = { paragraphs: [], list: null, code: null, action: null, remark: null, others: [] } as const;
const RIGHTS = ['messages', 'channels', 'people'] as const;

/** What the app is, what it gets to see, and the button. */
export function invitation(language: Language): SmallPage {
  return {
    ...{ ...NOTHING, status: 200, language, title: say(language, 'slack-install.title') },
    paragraphs: [say(language, 'slack-install.intro')],
    list: {
      heading: say(language, 'slack-install.rights'),
      items: RIGHTS.map((right) => say(language, `slack-install.right-${right}`)),
    },
    action: { words: say(language, 'slack-install.button'), address: address(language, true) },
    remark: say(language, 'slack-install.next'),
    others: LANGUAGES.filter((other) => other !== language).map((other) => ({
      ...{ language: other, address: address(other) },
    })),
  };
}

/** Why nothing came of it. */
export type Trouble =
  | 'late'
  | 'foreign'
  | 'used'
  | 'denied'
  | 'unreached'
  | 'not-kept'
  | { readonly code: string };

const STATUS = { late: 400, foreign: 400, used: 400, denied: 403, unreached: 502, 'not-kept': 503 } as const;

/** What went wrong, and what to do. */
export function troublePage(language: Language, trouble: Trouble): SmallPage {
  const isCode = typeof trouble === 'object';
  const title: TextKey = trouble === 'denied' ? 'slack-install.denied-title' : 'slack-install.failed-title';
  const words = isCode
    ? say(language, 'slack-install.refused', { code: trouble.code })
    : say(language, `slack-install.${trouble}`);
  return {
    ...{ ...NOTHING, language, title: say(language, title), paragraphs: [words] },
    status: isCode ? 502 : STATUS[trouble],
    action: { words: say(language, 'slack-install.again'), address: address(language) },
  };
}

/** What an installation means here. */
export interface Meaning {
  /** Whose the workspace is, by name; null: nobody's yet. */
  readonly organisation: string | null;
  readonly missing: readonly string[];
  readonly isOrganisation: boolean;
}

/** It is installed; and what has to be done yet, if anything. */
export function donePage(
  language: Language,
  { id, name }: Pick<Installation, 'id' | 'name'>,
  { organisation, missing, isOrganisation }: Meaning,
): SmallPage {
  const words =
    organisation === null
      ? say(language, 'slack-install.unnamed')
      : say(language, 'slack-install.done', { organisation });
  const fewer = say(language, 'slack-install.fewer', { scopes: missing.join(', ') });
  const list = isOrganisation ? 'enterprises' : 'workspaces';
  return {
    ...{ ...NOTHING, status: 200, language },
    title: say(language, 'slack-install.done-title', { workspace: name }),
    paragraphs: missing.length === 0 ? [words] : [words, fewer],
    code: organisation === null ? `slack:\n  ${list}: [${id}]` : null,
  };
}

function address(language: Language, go = false): string {
  return `${INSTALL_PATH}?lang=${language}${go ? '&go=1' : ''}`;
}
