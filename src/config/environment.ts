import { z } from 'zod';
import { isRedisAddress, readRedisAddress } from '../storage/redis/address.ts';
import { isPlain, publicAddress } from './addresses.ts';
import { type HandoffSetup, handoffFaults, handoffSetup, handoffVariables } from './handoffs.ts';
import { type MailSetup, mailFaults, mailSetup, mailVariables } from './mail.ts';
import { networks } from './networks.ts';
import { type SlackSetup, slackSetup } from './slack.ts';
import { slackFaults } from './slack-faults.ts';
import { slackVariables } from './slack-variables.ts';
import { type TeamsSetup, teamsSetup } from './teams.ts';
import { teamsFaults } from './teams-faults.ts';
import { teamsVariables } from './teams-variables.ts';

/** A variable of the environment is wrong; every fault is told at once, by name. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const instant = z
  .string()
  .refine(
    (text) => isInstant(text),
    'is no instant; write it with an offset, as in 2026-12-24T08:00:00+01:00',
  )
  .transform((text) => Temporal.Instant.from(text));

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'is no port; write a number from 0 to 65535 (0 lets the system choose)')
  .transform(Number)
  .refine(
    (value) => value <= 65_535,
    'is no port; write a number from 0 to 65535 (0 lets the system choose)',
  );

const store = z.string().superRefine((text, context) => {
  if (isRedisAddress(text)) {
    const read = readRedisAddress(text);
    if (typeof read === 'string') context.addIssue({ code: 'custom', message: read });
  } else if (/^[a-z][a-z+.-]+:\/\//i.test(text)) {
    const message =
      'is an address; name a file, as in data/driftvakt.sqlite, or ":memory:", or Redis, as in redis://host:6379';
    context.addIssue({ code: 'custom', message });
  }
});

const organisation = z
  .string()
  .max(40, 'is too long for the id of an organisation')
  .regex(/^[a-z][a-z0-9-]*$/, 'is no id of an organisation; write the one at the head of its playbook');

const linkSecret = z.string().min(32, 'is too short; use at least 32 random characters');

const metricsToken = z
  .string()
  .max(200, 'is too long for a token')
  .regex(/^\S{32,}$/, 'is too short, or holds blanks; use at least 32 random characters');

const general = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port.default(3978),
  HOST: z.string().max(255, 'is too long for the name of a host').default('127.0.0.1'),
  DRIFTVAKT_PLAYBOOKS: z.string().default('playbooks'),
  DRIFTVAKT_STORE: store.default('data/driftvakt.sqlite'),
  DRIFTVAKT_SENTINEL_PASSWORD: z.string().max(500, 'is too long for a password').optional(),
  DRIFTVAKT_PICTURES: z.string().optional(),
  DRIFTVAKT_CLOCK: instant.optional(),
  DRIFTVAKT_LINK_SECRET: linkSecret.optional(),
  DRIFTVAKT_LINK_SECRET_BEFORE: linkSecret.optional(),
  DRIFTVAKT_GATEWAY_SECRET: linkSecret.optional(),
  DRIFTVAKT_METRICS_TOKEN: metricsToken.optional(),
  DRIFTVAKT_DEFAULT_ORG: organisation.optional(),
  DRIFTVAKT_PUBLIC_URL: publicAddress.optional(),
  DRIFTVAKT_TOKEN: z.string().max(200, 'is too long for a token').optional(),
  DRIFTVAKT_STATUS_NETWORKS: networks.default([]),
  DRIFTVAKT_TRUSTED_PROXIES: networks.default([]),
  DRIFTVAKT_STATUS_COPY: z.string().optional(),
  DRIFTVAKT_PACK_FOLDER: z.string().optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'is unknown; choose of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
});

/** What the environment says, checked. `.env.example` explains every variable. */
export interface Environment extends z.output<typeof general> {
  readonly production: boolean;
  readonly MicrosoftAppId: string | undefined;
  /** Whether managers are read from Microsoft Graph. */
  readonly DRIFTVAKT_GRAPH: boolean;
  readonly teams: TeamsSetup;
  readonly slack: SlackSetup;
  readonly mail: MailSetup;
  readonly handoffs: HandoffSetup;
}

/**
 * Checks the environment. Empty variables count as not set.
 * @throws EnvironmentError naming every variable that is wrong and what would be right. It never quotes a value.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const production = set.NODE_ENV === 'production';
  const parts = general.safeParse(set);
  const [teams, slack] = [teamsVariables.safeParse(set), slackVariables.safeParse(set)];
  const mail = mailVariables.safeParse(set);
  const handoffs = handoffVariables.safeParse(set);
  const together = [
    secretFaults,
    productionFaults,
    teamsFaults,
    slackFaults,
    mailFaults,
    handoffFaults,
  ].flatMap((faults) => faults(set, production));
  const areRead = teams.success && slack.success && mail.success && handoffs.success;
  if (parts.success && areRead && together.length === 0) {
    const { MicrosoftAppId, DRIFTVAKT_GRAPH } = teams.data;
    const channels = {
      teams: teamsSetup(teams.data),
      slack: slackSetup(slack.data),
      mail: mailSetup(mail.data),
      handoffs: handoffSetup(set),
    };
    return { ...parts.data, production, MicrosoftAppId, DRIFTVAKT_GRAPH, ...channels };
  }
  const issues = [parts, teams, slack, mail, handoffs].flatMap(({ error }) => error?.issues ?? []);
  throw new EnvironmentError(
    [...issues.map(({ path, message }) => `${path.join('.')} ${message}`), ...together].join('\n'),
  );
}

/**
 * The organisation whose the conversations are that no playbook names; null if none is set.
 * @throws EnvironmentError if there is no playbook for it
 */
export function defaultOrganisation(
  { DRIFTVAKT_DEFAULT_ORG: organisation }: Pick<Environment, 'DRIFTVAKT_DEFAULT_ORG'>,
  playbooks: ReadonlyMap<string, unknown>,
): string | null {
  if (organisation === undefined || playbooks.has(organisation)) return organisation ?? null;
  throw new EnvironmentError(
    `DRIFTVAKT_DEFAULT_ORG is "${organisation}", which no playbook is for; choose of ${[...playbooks.keys()].join(', ')}`,
  );
}

function secretFaults(set: Readonly<Record<string, string | undefined>>): string[] {
  const { DRIFTVAKT_LINK_SECRET: present, DRIFTVAKT_LINK_SECRET_BEFORE: before } = set;
  if (before === undefined || (present !== undefined && present !== before)) return [];
  return [
    'DRIFTVAKT_LINK_SECRET_BEFORE is the secret that was replaced; set DRIFTVAKT_LINK_SECRET to the new one',
  ];
}

function productionFaults(set: Readonly<Record<string, string | undefined>>, production: boolean): string[] {
  if (!production) return [];
  return [
    set.DRIFTVAKT_CLOCK !== undefined &&
      'DRIFTVAKT_CLOCK is refused in production: a wrong clock gives wrong numbers. Remove it',
    isPlain(set.DRIFTVAKT_PUBLIC_URL) &&
      'DRIFTVAKT_PUBLIC_URL is refused in production without https, which Teams and Slack ask for',
  ].filter((fault) => typeof fault === 'string');
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
