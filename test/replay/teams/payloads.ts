import { readdirSync, readFileSync } from 'node:fs';
import type { TeamsOrganisations } from '../../../src/channels/teams/organisations.ts';
import { foundIn } from '../../../src/channels/teams/receiver/parse/found.ts';
import { type Parsed, parsePlaced } from '../../../src/channels/teams/receiver/parse/parse.ts';

const FOLDER = new URL('payloads/', import.meta.url);

export const TENANT = '0f4a6c1e-2b7d-4e8a-9c55-3f1e2d7b8a90';
export const APP = '6c0b1f2e-4f0e-4a52-9f0f-0d6f3b0c9d11';
export const PERSON = 'd2c1a7f4-5b3e-4c8d-8a19-6e7f0b2c4d31';

/** The channel of IT’s desk. */
export const DESK = '19:desk00000000000000000000000000000@thread.tacv2';

export type Payload = Record<string, unknown>;

/** An activity as Teams sends it. */
export function payload(name: string): Payload {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Payload;
}

export function payloadNames(): string[] {
  return readdirSync(FOLDER).map((file) => file.replace('.json', ''));
}

/** What the playbooks say. */
export const ORGANISATIONS: TeamsOrganisations = {
  tenants: new Set([TENANT]),
  organisationOf: ({ tenant }) => (tenant === TENANT ? 'porsanger' : null),
  deskOf: ({ channel }) => (channel === DESK ? 'porsanger' : null),
};

/** What becomes of an activity that was verified. */
export function parsed(value: unknown, organisations: TeamsOrganisations = ORGANISATIONS): Parsed {
  const found = foundIn(value, organisations);
  if (typeof found === 'string') return { outcome: 'ignored', reason: found };
  return parsePlaced(found.activity, found.placed);
}
