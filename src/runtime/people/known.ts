import type { Known } from '../../conversation/event.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { maySeePrivate, withoutPrivate } from '../../domain/people/access.ts';
import type { Identity } from '../../domain/people/directory.ts';
import type { KeptInbound } from '../inbound.ts';
import type { StoredPeople } from './stored-people.ts';

/**
 * Whom the directory finds by what was said. Private numbers are left out here for everybody who may not see them, and in rooms
 * for everybody: the turn does not know them.
 */
export async function peopleKnown(
  people: StoredPeople,
  playbook: Playbook,
  inbound: KeptInbound,
  about: { readonly identity: Identity | null; readonly text: string },
): Promise<Pick<Known, 'people'>> {
  const { what, from, reach } = inbound;
  if (playbook.directory === null) return {};
  if (what.kind !== 'said' && !(what.kind === 'pressed' && about.text !== '')) return {};
  const listing = await people.listing(playbook);
  const result = listing.search(what.kind === 'said' ? what.text : about.text);
  const sees = reach?.room === undefined && maySeePrivate(playbook, from, about.identity);
  return { people: sees ? result : withoutPrivate(result) };
}
