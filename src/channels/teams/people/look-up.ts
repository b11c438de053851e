import type { DirectoryEntry, Identity } from '../../../domain/people/directory.ts';
import type { Directory, Listed } from '../../../ports/directory.ts';
import { type TeamsAddress, withoutThread } from '../address.ts';
import type { Connector } from '../connector/connector.ts';
import type { Member } from '../connector/member.ts';
import type { Complain } from './complaints.ts';
import { entryOf } from './entry.ts';
import { isEntraId } from './graph.ts';

/** Where people are looked up. */
export interface Sources {
  readonly connector: Pick<Connector, 'member'>;
  /** Null: nobody is asked for managers. */
  readonly directory: Directory | null;
}

/** Who is looked up. */
export interface Wanted {
  readonly user: string;
  readonly address: TeamsAddress;
  /** By which national numbers are understood. */
  readonly country: string;
  /** The manager as known until now: better than none while the directory cannot say. */
  readonly manager: DirectoryEntry | null;
}

/** Who they are; `isWhole` is false where the directory could not say who their manager is. */
export interface LookedUp {
  readonly identity: Identity;
  readonly isWhole: boolean;
}

/** Asks the roster of the conversation once, then the directory. Null: nothing is known; it was complained about. */
export async function lookUp(sources: Sources, wanted: Wanted, complain: Complain): Promise<LookedUp | null> {
  const { address, country } = wanted;
  const found = await sources.connector.member(withoutThread(address), address.user);
  if (found.outcome !== 'found') {
    complain(found.outcome, found.reason);
    return null;
  }
  const own = isThem(found.member, wanted) ? entryOf(listed(found.member), country) : null;
  if (own === null) {
    complain('unusable', 'the roster told of somebody else, or no name');
    return null;
  }
  const manager = await managerOf(sources.directory, found.member, wanted, complain);
  const guest = isGuest(found.member) && { isGuest: true };
  return {
    identity: { ...own, manager: manager === 'unknown' ? wanted.manager : manager, ...guest },
    isWhole: manager !== 'unknown',
  };
}

/** What is kept about one person must never be another's. */
function isThem({ id, aadObjectId }: Member, { user, address }: Wanted): boolean {
  return id === address.user || aadObjectId?.toLowerCase() === user.toLowerCase();
}

/** Whether they are of another organisation: Entra names invited ones so, and Teams says it of others. */
function isGuest({ userRole, userPrincipalName }: Member): boolean {
  const role = userRole?.toLowerCase() ?? 'user';
  return role === 'guest' || role === 'anonymous' || (userPrincipalName ?? '').includes('#EXT#');
}

function listed({ name, email }: Member): Listed {
  return { name: name ?? '', email, phones: [] };
}

async function managerOf(
  directory: Directory | null,
  { aadObjectId }: Member,
  { user, country }: Wanted,
  complain: Complain,
): Promise<DirectoryEntry | null | 'unknown'> {
  const id = [user, aadObjectId ?? ''].find(isEntraId);
  if (directory === null || id === undefined) return null;
  const managed = await directory.managerOf(id);
  if (managed.outcome === 'found') return entryOf(managed.manager, country);
  if (managed.outcome === 'none') return null;
  complain(managed.outcome, managed.reason);
  return 'unknown';
}
