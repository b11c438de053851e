import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('payloads/', import.meta.url);

export const TENANT = '0f4a6c1e-2b7d-4e8a-9c55-3f1e2d7b8a90';
export const APP = '6c0b1f2e-4f0e-4a52-9f0f-0d6f3b0c9d11';
export const PERSON = 'd2c1a7f4-5b3e-4c8d-8a19-6e7f0b2c4d31';

export type Payload = Record<string, unknown>;

/** An activity as Teams sends it. */
export function payload(name: string): Payload {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Payload;
}

export function payloadNames(): string[] {
  return readdirSync(FOLDER).map((file) => file.replace('.json', ''));
}

/** What the playbooks say of tenants. */
export function organisationOf(tenant: string): string | null {
  return tenant === TENANT ? 'porsanger' : null;
}
