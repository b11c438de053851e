import { z } from 'zod';
import type { Language } from '../../../../domain/organisation/language.ts';
import { languageFrom } from '../../../teams/receiver/parse/language.ts';
import type { SlackOrganisations } from '../../organisations.ts';
import { maybe, words } from './shapes.ts';

/** Through which installation of the app something comes. */
export interface Installation {
  /** The workspace: `T…`; of an app of a whole Enterprise organisation its `E…` where no workspace is named. */
  readonly team: string;
  readonly enterprise: string | null;
}

/** Who did something, through which installation. */
export interface Actor extends Installation {
  readonly user: string;
  /** They belong to another organisation (Slack Connect), or are a guest of the workspace. */
  readonly guest: boolean;
  readonly locale: Language | null;
}

const flag = maybe(z.boolean());

/** What some payloads tell of a person besides the id. */
export const profile = z.object({
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  locale: words,
});
export type Profile = z.output<typeof profile>;

/** What a payload tells of whoever did it. */
export interface Told {
  readonly user: string;
  /** The workspaces or Enterprise organisations that it names as theirs. */
  readonly homes: readonly (string | null)[];
  readonly profile: Profile | null;
}

/** @param organisation whose the installation is */
export function actorIn(
  installation: Installation,
  { user, homes, profile: told }: Told,
  organisation: string,
  organisations: SlackOrganisations,
): Actor {
  const { team, enterprise } = installation;
  const isAtHome = (home: string | null): boolean =>
    home === null || home === team || home === enterprise || organisations.isOwn(organisation, home);
  const isMarked = told?.is_restricted || told?.is_ultra_restricted || told?.is_stranger;
  const guest = isMarked === true || !homes.every(isAtHome);
  return { team, enterprise, user, guest, locale: languageFrom(told?.locale ?? undefined) };
}
