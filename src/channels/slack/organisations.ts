import type { Playbook, SlackPart } from '../../domain/organisation/playbook.ts';

/** Where in Slack something happens. */
export interface SlackPlace {
  /** The workspace in which the app is installed: `T…`; with an app of a whole Enterprise organisation its `E…`. */
  readonly team: string;
  readonly enterprise: string | null;
  readonly channel: string | null;
}

/** Who belongs to which organisation, as the playbooks say. */
export interface SlackOrganisations {
  /** The organisation of a place; null if none is named. Its workspace decides before its Enterprise organisation. */
  organisationOf(place: Pick<SlackPlace, 'team' | 'enterprise'>): string | null;
  /** The organisation whose IT desk a channel is, in a place of that organisation; null for every other channel. */
  deskOf(place: SlackPlace): string | null;
  /** Whether a workspace or Enterprise organisation is named as an organisation's own. */
  isOwn(organisation: string, home: string): boolean;
  /** What people of other organisations and guests get. */
  guestsOf(organisation: string): SlackPart['guests'];
}

/** Where a playbook names a workspace, an Enterprise organisation or a channel. */
export interface SlackClaim {
  readonly organisation: string;
  readonly field: 'workspaces' | 'enterprises' | 'desk';
}

/** What can belong to one organisation only, and several name. */
export interface SlackClash {
  readonly value: string;
  readonly claims: readonly SlackClaim[];
}

/** The playbooks contradict each other; the message names every clash. */
export class SlackConflictError extends Error {
  override readonly name = 'SlackConflictError';
}

/**
 * Reads who belongs to which organisation from the playbooks.
 * @param defaultOrganisation whose the conversations are that no playbook names; null: nobody's
 * @throws SlackConflictError for playbooks that cannot be served together (`slackConflicts`)
 */
export function organisationsIn(
  playbooks: ReadonlyMap<string, Playbook>,
  { defaultOrganisation }: { readonly defaultOrganisation: string | null },
): SlackOrganisations {
  const conflicts = slackConflicts(playbooks.values());
  if (conflicts.length > 0) throw new SlackConflictError(conflicts.join('\n'));
  const claims = claimsOf(playbooks.values());
  const holder = (value: string | null, ...fields: SlackClaim['field'][]): string | null =>
    claims.get(value ?? '')?.find(({ field }) => fields.includes(field))?.organisation ?? null;
  const organisationOf: SlackOrganisations['organisationOf'] = ({ team, enterprise }) =>
    holder(team, 'workspaces', 'enterprises') ?? holder(enterprise, 'enterprises') ?? defaultOrganisation;
  return {
    organisationOf,
    // A channel that is shared with another organisation is no desk for what comes from there.
    deskOf(place) {
      const organisation = holder(place.channel, 'desk');
      return organisation === organisationOf(place) ? organisation : null;
    },
    isOwn: (organisation, home) => holder(home, 'workspaces', 'enterprises') === organisation,
    guestsOf: (organisation) => playbooks.get(organisation)?.slack?.guests ?? 'answer',
  };
}

/** What keeps playbooks from being served together, each a sentence that names who, where and what to do. */
export function slackConflicts(playbooks: Iterable<Playbook>): string[] {
  return slackClashes(playbooks).flatMap((clash) => {
    const [first] = clash.claims;
    if (first === undefined) return [];
    return [`the playbook of ${first.organisation}: slack.${first.field} ${slackClashMessage(clash, first)}`];
  });
}

/** What several playbooks name and one of them can have. Playbooks of the same organisation never clash. */
export function slackClashes(playbooks: Iterable<Playbook>): SlackClash[] {
  return [...claimsOf(playbooks)]
    .map(([value, claims]) => ({ value, claims }))
    .filter(({ claims }) => new Set(claims.map(({ organisation }) => organisation)).size > 1);
}

/** A clash as somebody who reads one of its playbooks has to be told, at the place of the claim. */
export function slackClashMessage({ value, claims }: SlackClash, own: SlackClaim): string {
  const others = claims
    .filter(({ organisation }) => organisation !== own.organisation)
    .map(({ organisation, field }) => `slack.${field} of ${organisation}`);
  return `names ${value}, and so does ${others.join(' and ')}; ${ADVICE[own.field]}`;
}

const ADVICE: Readonly<Record<SlackClaim['field'], string>> = {
  workspaces: 'keep the workspace in one of them',
  enterprises: 'keep it in one of them, and name the workspaces in the others',
  desk: 'give IT of each organisation a channel of its own',
};

/** Who names what; the first letter of an id tells workspaces, Enterprise organisations and channels apart. */
function claimsOf(playbooks: Iterable<Playbook>): ReadonlyMap<string, readonly SlackClaim[]> {
  const claims = new Map<string, readonly SlackClaim[]>();
  const claim = (value: string, made: SlackClaim): void => {
    const known = claims.get(value) ?? [];
    if (!known.some(({ organisation }) => organisation === made.organisation))
      claims.set(value, [...known, made]);
  };
  for (const { organisation, slack } of playbooks) {
    for (const value of slack?.workspaces ?? []) claim(value, { organisation, field: 'workspaces' });
    for (const value of slack?.enterprises ?? []) claim(value, { organisation, field: 'enterprises' });
    if (slack?.desk != null) claim(slack.desk, { organisation, field: 'desk' });
  }
  return claims;
}
