import type { Logger } from 'pino';
import type { Language } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { SmallPage } from '../../../ports/small-page.ts';
import { faultForLog } from '../../../runtime/fault.ts';
import type { Grant, OAuthClient } from '../api/oauth.ts';
import type { SlackOrganisations } from '../organisations.ts';
import { BOT_SCOPES } from '../scopes.ts';
import { type Installation, installationOf } from './installation.ts';
import type { Installations } from './installations.ts';
import { INSTALL_LIMITS } from './limits.ts';
import { donePage, type Trouble, troublePage } from './pages.ts';
import type { InstallStates } from './state.ts';

export interface FinishParts {
  readonly oauth: Pick<OAuthClient, 'exchange'>;
  readonly states: InstallStates;
  readonly installations: Pick<Installations, 'keep'>;
  readonly organisations: Pick<SlackOrganisations, 'organisationOf'>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where Slack sends the browser back to; the app's settings name the same. */
  readonly redirectUri: () => string;
  /** Told of each installation once it is kept: what waited for it may go out. */
  readonly installed: (installation: Installation, organisation: string | null) => Promise<void>;
}

/** What Slack sends a browser back with. */
export interface CameBack {
  readonly query: URLSearchParams;
  /** What the browser kept; null for nothing. */
  readonly cookie: string | null;
  /** In which the browser is spoken to if it is not known where it comes from. */
  readonly language: Language;
}

/** Ends an installation, well or not: what the browser is shown. Never rejects. */
export async function finishInstall(parts: FinishParts, { query, ...came }: CameBack): Promise<SmallPage> {
  const now = parts.clock.now().epochMilliseconds;
  const [error, code] = [query.get('error'), parameter(query, 'code')];
  const returned = parts.states.finish(parameter(query, 'state') ?? '', came.cookie, now);
  const language = returned.outcome === 'foreign' ? came.language : returned.language;
  if (error !== null) return troublePage(language, refusalIn(parts, error));
  if (returned.outcome !== 'good') return troublePage(language, returned.outcome);
  if (code === null) return troublePage(language, 'foreign');
  const granted = await parts.oauth.exchange(code, parts.redirectUri());
  if (granted.outcome === 'granted') return kept(parts, language, granted.grant, now);
  parts.log.error({ reason: granted.reason }, 'an installation in Slack failed');
  return troublePage(language, granted.outcome === 'unsure' ? 'unreached' : { code: granted.code });
}

function refusalIn({ log }: FinishParts, error: string): Trouble {
  if (error === 'access_denied') return 'denied';
  const code = /^[a-z0-9_]{1,60}$/.test(error) ? error : 'unknown';
  log.warn({ code }, 'Slack sent somebody back without an installation');
  return { code };
}

async function kept(parts: FinishParts, language: Language, grant: Grant, now: number): Promise<SmallPage> {
  const { installations, organisations, playbooks, log, installed } = parts;
  const installation = installationOf(grant, now);
  const { id, name } = installation;
  try {
    await installations.keep(installation);
  } catch (cause) {
    log.error({ ...faultForLog(cause), workspace: id }, 'an installation in Slack could not be kept');
    return troublePage(language, 'not-kept');
  }
  const organisation = organisations.organisationOf({ team: id, enterprise: grant.enterprise?.id ?? null });
  const missing = BOT_SCOPES.filter((scope) => !grant.scopes.includes(scope));
  log.info({ workspace: id, organisation, missing }, 'the app was installed in Slack');
  await installed(installation, organisation);
  return donePage(
    language,
    { id, name },
    {
      ...{ missing, isOrganisation: grant.isOrganisation },
      organisation: organisation === null ? null : (playbooks.get(organisation)?.name ?? organisation),
    },
  );
}

function parameter(query: URLSearchParams, name: string): string | null {
  const value = query.get(name);
  return value === null || value === '' || value.length > INSTALL_LIMITS.parameter ? null : value;
}
