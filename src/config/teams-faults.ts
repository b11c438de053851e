import { isPlain } from './addresses.ts';
import type { TeamsVariable } from './teams-variables.ts';

/** What is set, by name; never empty. */
type Variables = Readonly<Partial<Record<string, string>>>;

const CLOUD = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
] as const satisfies TeamsVariable[];

const OF_PASSWORD = 'MicrosoftAppPassword';
const OF_CERTIFICATE = ['MicrosoftAppCertificate', 'MicrosoftAppPrivateKey'] as const;

/** Without these the app id stands for no bot yet: `driftvakt package` needs it alone. */
const BEYOND_ID = [
  'MicrosoftAppTenantId',
  'MicrosoftAppType',
  OF_PASSWORD,
  ...OF_CERTIFICATE,
  ...CLOUD,
] as const satisfies TeamsVariable[];

/** What is wrong with the variables of Teams together, each by name. Values never appear. */
export function teamsFaults(set: Variables, production: boolean): string[] {
  const beyond = BEYOND_ID.filter((name) => set[name] !== undefined);
  if (set.DRIFTVAKT_TEAMS_LOCAL === '1')
    return [...localFaults(beyond, production), ...graphFaults(set, 'without credentials it gets no answer')];
  if (beyond.length === 0 && (set.MicrosoftAppId === undefined || !production))
    return graphFaults(set, 'it is asked with the credentials of the bot, and Teams is not set up');
  return [
    ...identityFaults(set),
    ...credentialFaults(set),
    ...cloudFaults(set, production),
    ...(CLOUD.some((name) => set[name] !== undefined)
      ? graphFaults(set, 'it knows Microsoft’s public cloud only, and another one is set')
      : []),
  ];
}

function localFaults(beyond: readonly string[], production: boolean): string[] {
  const local = 'DRIFTVAKT_TEAMS_LOCAL is refused';
  return [
    production && `${local} in production: it takes messages without asking who sent them. Remove it`,
    beyond.length > 0 &&
      `${local} together with ${beyond.join(', ')}: it takes messages without asking who sent them. Remove it, or those`,
  ].filter((fault) => typeof fault === 'string');
}

function graphFaults(set: Variables, why: string): string[] {
  return set.DRIFTVAKT_GRAPH === '1' ? [`DRIFTVAKT_GRAPH cannot be used: ${why}. Remove it`] : [];
}

function identityFaults(set: Variables): string[] {
  return [
    ...missing(set, 'MicrosoftAppId', 'copy the “Microsoft App ID” of the bot from Azure'),
    ...missing(set, 'MicrosoftAppTenantId', 'copy the “App Tenant ID” of the bot from Azure'),
  ];
}

function credentialFaults(set: Variables): string[] {
  const files = OF_CERTIFICATE.filter((name) => set[name] !== undefined);
  const given = set[OF_PASSWORD] === undefined ? files : [OF_PASSWORD, ...files];
  // Of an unknown type it is not known what it needs; multi-tenant ones are to become single-tenant.
  const type = set.MicrosoftAppType ?? 'SingleTenant';
  if (type === 'UserAssignedMSI')
    return given.map(
      (name) =>
        `${name} is not used by a managed identity; remove it, or set MicrosoftAppType to SingleTenant`,
    );
  if (type !== 'SingleTenant' && type !== 'MultiTenant') return [];
  if (given.length === 0)
    return missing(set, OF_PASSWORD, `set it to a client secret, or set ${OF_CERTIFICATE.join(' and ')}`);
  if (set[OF_PASSWORD] !== undefined)
    return files.map((name) => `${name} is set beside ${OF_PASSWORD}; keep either the password or the files`);
  return OF_CERTIFICATE.flatMap((name) => missing(set, name, `it goes with ${files.join(' and ')}`));
}

function cloudFaults(set: Variables, production: boolean): string[] {
  const given = CLOUD.filter((name) => set[name] !== undefined);
  if (given.length === 0) return [];
  return [
    ...CLOUD.flatMap((name) => missing(set, name, `for another cloud set all of ${CLOUD.join(', ')}`)),
    ...given
      .filter((name) => production && isPlain(set[name]))
      .map((name) => `${name} is refused in production without https`),
  ];
}

function missing(set: Variables, name: TeamsVariable, advice: string): string[] {
  return set[name] === undefined ? [`${name} is missing, while Teams is partly set up; ${advice}`] : [];
}
