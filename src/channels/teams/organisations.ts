import type { Playbook, TeamsPart } from '../../domain/organisation/playbook.ts';

/** Where in Teams something happens. `team` and `channel` are null in a personal chat and in a group chat. */
export interface TeamsPlace {
  readonly tenant: string;
  /** The id of the team, which is that of its general channel. */
  readonly team: string | null;
  /** The id of the channel, or of a conversation in it: `19:…@thread.tacv2;messageid=…`. */
  readonly channel: string | null;
}

/** Who belongs to which organisation, as the playbooks say. */
export interface TeamsOrganisations {
  /** All tenants that may write: those that playbooks name, and the bot's own. In lower case. */
  readonly tenants: ReadonlySet<string>;
  /** The organisation of a place; null if none is named. Its IT desk decides before its team, its team before the tenant. */
  organisationOf(place: TeamsPlace): string | null;
  /** The organisation whose IT desk a channel is; null for every other channel. */
  deskOf(place: Pick<TeamsPlace, 'channel'>): string | null;
}

/** Where a playbook names a tenant, a team or a channel. */
export interface TeamsClaim {
  readonly organisation: string;
  readonly field: keyof TeamsPart;
}

/** What can belong to one organisation only, and several name. */
export interface TeamsClash {
  readonly value: string;
  readonly claims: readonly TeamsClaim[];
}

/** The playbooks contradict each other; the message names every clash. */
export class TeamsConflictError extends Error {
  override readonly name = 'TeamsConflictError';
}

export interface TeamsDefaults {
  /** Whose the conversations are that no playbook names. */
  readonly defaultOrganisation: string | null;
  /** The tenant in which the bot is registered: it may write although no playbook names it. */
  readonly ownTenant?: string;
}

/**
 * Reads who belongs to which organisation from the playbooks.
 * @throws TeamsConflictError for playbooks that cannot be served together (`teamsConflicts`)
 */
export function organisationsIn(
  playbooks: ReadonlyMap<string, Playbook>,
  { defaultOrganisation, ownTenant }: TeamsDefaults,
): TeamsOrganisations {
  const conflicts = teamsConflicts(playbooks.values());
  if (conflicts.length > 0) throw new TeamsConflictError(conflicts.join('\n'));
  const all = claimsOf(playbooks.values());
  const own = ownTenant === undefined ? [] : [ownTenant.toLowerCase()];
  const holder = (conversation: string | null, field: keyof TeamsPart) =>
    ownerOf(all.threads.get(threadOf(conversation) ?? '')?.filter((claim) => claim.field === field));
  return {
    tenants: new Set([...all.whole.keys(), ...all.limited.keys(), ...own]),
    deskOf: ({ channel }) => holder(channel, 'desk'),
    organisationOf: (place) =>
      holder(place.channel, 'desk') ??
      holder(place.team, 'teams') ??
      ofTenant(all, place, defaultOrganisation),
  };
}

/** Whose a place is where neither channel nor team decides. */
function ofTenant(
  { whole, limited }: AllClaims,
  { tenant, team }: TeamsPlace,
  byDefault: string | null,
): string | null {
  const owner = ownerOf(whole.get(tenant.toLowerCase()));
  const some = limited.get(tenant.toLowerCase());
  if (owner !== null || some === undefined) return owner ?? byDefault;
  // The playbooks say which teams are theirs, and this one is not.
  if (team !== null) return null;
  if (some.length === 1) return ownerOf(some);
  return some.some(({ organisation }) => organisation === byDefault) ? byDefault : null;
}

/** What keeps playbooks from being served together, each a sentence that names who, where and what to do. */
export function teamsConflicts(playbooks: Iterable<Playbook>): string[] {
  return teamsClashes(playbooks).flatMap((clash) => {
    const [first] = clash.claims;
    if (first === undefined) return [];
    return [`the playbook of ${first.organisation}: teams.${first.field} ${clashMessage(clash, first)}`];
  });
}

/** What several playbooks name and one of them can have. Playbooks of the same organisation never clash. */
export function teamsClashes(playbooks: Iterable<Playbook>): TeamsClash[] {
  const { whole, threads } = claimsOf(playbooks);
  return [...whole, ...threads]
    .map(([value, claims]) => ({ value, claims }))
    .filter(({ claims }) => new Set(claims.map(({ organisation }) => organisation)).size > 1);
}

/** A clash as somebody who reads one of its playbooks has to be told, at the place of the claim. */
export function clashMessage({ value, claims }: TeamsClash, own: TeamsClaim): string {
  const others = claims
    .filter(({ organisation }) => organisation !== own.organisation)
    .map(({ organisation, field }) => `teams.${field} of ${organisation}`);
  return `names ${value}, and so does ${others.join(' and ')}; ${ADVICE[own.field]}`;
}

const ADVICE: Readonly<Record<keyof TeamsPart, string>> = {
  tenants:
    'keep the tenant in one of them, or say under "teams" of each which teams of the tenant are its own',
  teams: 'keep it in one of them',
  desk: 'give IT of each organisation a channel of its own',
};

type Claims = Map<string, TeamsClaim[]>;

/** Tenants of which an organisation has all or certain teams, and the teams and channels that are named. */
interface AllClaims {
  readonly whole: Claims;
  readonly limited: Claims;
  readonly threads: Claims;
}

function claimsOf(playbooks: Iterable<Playbook>): AllClaims {
  const all: AllClaims = { whole: new Map(), limited: new Map(), threads: new Map() };
  for (const { organisation, teams: part } of playbooks) {
    if (part === null) continue;
    const tenants = part.teams.length > 0 ? all.limited : all.whole;
    for (const tenant of part.tenants) claim(tenants, tenant, { organisation, field: 'tenants' });
    for (const team of part.teams) claim(all.threads, team, { organisation, field: 'teams' });
    if (part.desk !== null) claim(all.threads, part.desk, { organisation, field: 'desk' });
  }
  return all;
}

function claim(claims: Claims, value: string, made: TeamsClaim): void {
  const known = claims.get(value) ?? [];
  if (known.some(({ organisation, field }) => organisation === made.organisation && field === made.field))
    return;
  claims.set(value, [...known, made]);
}

function ownerOf(claims: readonly TeamsClaim[] | undefined): string | null {
  return claims?.[0]?.organisation ?? null;
}

/** A conversation in a channel is the channel's id, and where in it. */
function threadOf(conversation: string | null): string | null {
  return conversation?.split(';', 1)[0] ?? null;
}
