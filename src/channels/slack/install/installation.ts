import { z } from 'zod';
import type { RecordChange, RecordKey, StoredRecord } from '../../../ports/store/records.ts';
import type { Grant } from '../api/oauth.ts';
import type { Seal } from './seal.ts';

/** By what the bot speaks in a workspace. */
export interface Tokens {
  readonly token: string;
  /** With what the next token is fetched, once; null: the token does not expire. */
  readonly refresh: string | null;
  /** In ms since 1970 UTC; null: never. */
  readonly expiresAt: number | null;
}

/** The app in one workspace, or in a whole Enterprise organisation. */
export interface Installation {
  /** T…; of a whole organisation its E…. */
  readonly id: string;
  /** As Slack calls it. */
  readonly name: string;
  /** The bot's own user there, and those that it was before: what it wrote may have to be found again. */
  readonly botUsers: readonly string[];
  readonly scopes: readonly string[];
  /** In ms since 1970 UTC. */
  readonly installedAt: number;
  /** `removed`: the workspace took it back. `unreadable`: sealed with a secret that is not set any more. */
  readonly tokens: Tokens | 'removed' | 'unreadable';
}

/** One that is kept, in a version. */
export interface KeptInstallation extends Installation {
  readonly version: number;
  /** Its tokens were sealed with an earlier secret. */
  readonly isOldSeal: boolean;
}

/** Of no organisation: a workspace may serve several, or none yet. No playbook's id begins so. */
export const KEPT_UNDER = { organisation: '@slack', kind: 'slack-installation' } as const;

/** What Slack gave, as an installation. */
export function installationOf(grant: Grant, now: number): Installation {
  const { team, enterprise, isOrganisation, botUser, scopes, token, refresh, expiresAt } = grant;
  const whole = isOrganisation ? enterprise : team;
  if (whole === null) throw new TypeError('a grant is of a workspace or an organisation');
  const tokens = { token, refresh, expiresAt };
  return {
    id: whole.id,
    name: whole.name ?? whole.id,
    botUsers: [botUser],
    scopes,
    installedAt: now,
    tokens,
  };
}

const body = z.object({
  name: z.string(),
  botUsers: z.array(z.string()).readonly(),
  scopes: z.array(z.string()).readonly(),
  installedAt: z.number(),
  /** The tokens, sealed; null: removed. */
  sealed: z.string().nullable(),
});
const tokens = z.object({
  token: z.string(),
  refresh: z.string().nullable(),
  expiresAt: z.number().nullable(),
});

/** As it is kept. Nothing of the tokens stands there in the open. */
export function recordOf(
  { id, tokens, ...rest }: Installation,
  seal: Seal,
  { at, expected }: { readonly at: number; readonly expected?: number },
): RecordChange {
  if (tokens === 'unreadable') throw new TypeError('what cannot be read cannot be written again');
  const sealed = tokens === 'removed' ? null : seal.close(JSON.stringify(tokens), id);
  const { name, botUsers, scopes, installedAt } = rest;
  return {
    ...{ change: 'write', ...keyOf(id), at, keys: { state: sealed === null ? 'removed' : 'here' } },
    body: { name, botUsers, scopes, installedAt, sealed } satisfies z.output<typeof body>,
    ...(expected !== undefined && { expected }),
  };
}

/** @throws ZodError if the record is not one of these */
export function installationIn(record: StoredRecord, seal: Seal): KeptInstallation {
  const { sealed, ...rest } = body.parse(record.body);
  const { id, version } = record;
  if (sealed === null) return { ...rest, id, version, tokens: 'removed', isOldSeal: false };
  const opened = seal.open(sealed, id);
  if (opened === null) return { ...rest, id, version, tokens: 'unreadable', isOldSeal: false };
  const { text, isOld } = opened;
  return { ...rest, id, version, tokens: tokens.parse(JSON.parse(text)), isOldSeal: isOld };
}

export function keyOf(id: string): RecordKey {
  return { ...KEPT_UNDER, id };
}
