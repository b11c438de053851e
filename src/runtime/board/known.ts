import type { BoardKnown, Speaker } from '../../conversation/event.ts';
import { onlyDutiful } from '../../domain/duties/people.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Identity } from '../../domain/people/directory.ts';
import { heldBy } from '../../domain/people/holders.ts';
import type { KeptInbound } from '../inbound.ts';
import { type BoardStore, readBoard } from './read-reports.ts';
import { type SignInLinks, tokenId } from './sign-in.ts';

/** Whether somebody has the right to see the board: they hold a contact of the playbook that does not only do duties, or they are IT's desk. */
export function maySeeBoard(
  playbook: Playbook,
  claimant: Pick<Speaker, 'desk' | 'role'>,
  identity: Identity | null,
): boolean {
  if (claimant.desk) return true;
  const held = heldBy(playbook, claimant, identity);
  return held.length > 0 && !new Set(held).isSubsetOf(onlyDutiful(playbook));
}

/** What a turn has to be computed from. */
export interface BoardAsking {
  readonly playbook: Playbook;
  readonly inbound: KeptInbound;
  readonly identity: Identity | null;
  /** The event's id: what is made of it is the same if the turn is run again. */
  readonly event: string;
}

/**
 * What somebody with a duty knows of the reports, where they said or pressed something.
 * @returns undefined: they hold no duty, or nobody asks
 */
export async function readBoardKnown(
  store: BoardStore,
  links: SignInLinks | null,
  { playbook, inbound, identity, event }: BoardAsking,
): Promise<BoardKnown | undefined> {
  const { what, from, organisation } = inbound;
  const isAsked = ['said', 'pressed', 'wished', 'came'].includes(what.kind);
  if (!isAsked || !maySeeBoard(playbook, from, identity)) return undefined;
  const { version: _version, ...source } = await readBoard(store, organisation);
  const link = links?.linkFor(organisation, event) ?? null;
  const signIn = link === null ? null : { address: link.address, id: tokenId(link.token) };
  return { ...source, signIn };
}
