import { managersOf, presentOf } from '../../domain/duties/people.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Store } from '../../ports/store.ts';
import { type Holder, holdersOf } from './holders.ts';

type Records = Pick<Store, 'findRecords' | 'record'>;

/** Those who hold some contacts, everybody once, whatever of these they hold. */
export async function holdersOfAll(
  store: Records,
  playbook: Playbook,
  contacts: readonly string[],
): Promise<readonly Holder[]> {
  const found = await Promise.all(contacts.map((contact) => holdersOf(store, playbook, contact)));
  return [...new Map(found.flat().map((holder) => [holder.conversation, holder])).values()];
}

/** Of a unit's line of managers the first one whom somebody holds and who is there. @param at in ms */
export async function nearestManagers(
  store: Records,
  playbook: Playbook,
  site: string,
  at: number,
): Promise<readonly Holder[]> {
  for (const manager of managersOf(playbook, site)) {
    const holders = await holdersOfAll(store, playbook, presentOf(playbook, [manager], at));
    if (holders.length > 0) return holders;
  }
  return [];
}
