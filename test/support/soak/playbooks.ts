import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORGANISATION, workspaceId } from '../broadcast/destinations.ts';

/** Of the platforms, and of each organisation: a playbook names no more than 50 of either. */
export const HOMES = 96;
const EACH = 48;
export const ORGANISATIONS: readonly string[] = [ORGANISATION, `${ORGANISATION}-two`];

/** The tenant of somebody who writes. */
export function tenantOf(n: number): string {
  return `00000000-0000-4000-9000-${n.toString().padStart(12, '0')}`;
}

/** The workspace of somebody who writes. */
export function teamOf(n: number): string {
  return workspaceId(1_000_000 + n);
}

/** Whose the nth tenant and workspace are. */
export function organisationOf(n: number): string {
  return ORGANISATIONS[Math.floor((n % HOMES) / EACH)] ?? '';
}

/**
 * The shipped playbook for two organisations alike, each with its tenants and workspaces; somebody is always there, and asked
 * once, so that what is brought to whom does not depend on when the tests run.
 * @param gateway where calls go
 * @returns the folder
 */
export function playbooksIn(folder: string, gateway: string): string {
  const playbooks = join(folder, 'playbooks');
  mkdirSync(playbooks);
  const shipped = readFileSync(new URL('../../../playbooks/porsanger.yaml', import.meta.url), 'utf8');
  ORGANISATIONS.forEach((organisation, place) => {
    const homes = Array.from({ length: EACH }, (_, i) => place * EACH + i);
    const own = shipped
      .replace(/^organisation: .*$/m, `organisation: ${organisation}`)
      .replace(/^ {2}core: .*$/m, '  core: "24/7"')
      .replace(/^escalation:\n(?: {2}.*\n)+/m, `escalation:\n  gateway: ${gateway}/pings\n  wait: PT2H\n`);
    const named = {
      teams: { tenants: homes.map(tenantOf) },
      slack: { workspaces: homes.map(teamOf) },
    };
    const parts = Object.entries(named).map(([name, part]) => `${name}: ${JSON.stringify(part)}\n`);
    writeFileSync(join(playbooks, `${organisation}.yaml`), `${own}\n${parts.join('')}`);
  });
  return playbooks;
}
