import type { Playbook } from '../organisation/playbook.ts';
import type { Identity } from './directory.ts';
import { type Claimant, isAmong } from './holders.ts';
import type { Found, SearchResult } from './listing.ts';

/** Whether somebody sees private numbers, by the playbook. Where it says nothing nobody does. */
export function maySeePrivate(playbook: Playbook, claimant: Claimant, identity: Identity | null): boolean {
  return isAmong(playbook, playbook.directory?.privateFor ?? [], claimant, identity);
}

/** Whether somebody sees why others are away. */
export function maySeeReasons(playbook: Playbook, claimant: Claimant, identity: Identity | null): boolean {
  return isAmong(playbook, playbook.directory?.reasonsFor ?? [], claimant, identity);
}

/** What was found, without private numbers: what is not there cannot be told, kept or logged by mistake. */
export function withoutPrivate(result: SearchResult): SearchResult {
  return { ...result, found: result.found.map(publicOf) };
}

function publicOf(found: Found): Found {
  return found.kind === 'contact' ? found : { ...found, person: { ...found.person, privatePhone: null } };
}
