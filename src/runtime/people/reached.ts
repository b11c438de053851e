import { managersOf, presentOf } from '../../domain/duties/people.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Store } from '../../ports/store.ts';
import { thereOf } from '../duties/there.ts';
import { type Holder, holdersOf } from './holders.ts';

type Records = Pick<Store, 'findRecords' | 'record'>;

/** Those who hold some contacts and are there, everybody once, whatever of these they hold. @param at in ms */
export async function holdersOfAll(
  store: Records,
  playbook: Playbook,
  contacts: readonly string[],
  at: number,
): Promise<readonly Holder[]> {
  const found = await Promise.all(contacts.map((contact) => holdersOf(store, playbook, contact)));
  const holders = [...new Map(found.flat().map((holder) => [holder.conversation, holder])).values()];
  return thereOf(store, playbook, holders, at);
}

/** Of a unit's line of managers the first one whom somebody holds and who is there. @param at in ms */
export async function nearestManagers(
  store: Records,
  playbook: Playbook,
  site: string,
  at: number,
): Promise<readonly Holder[]> {
  for (const manager of managersOf(playbook, site)) {
    const holders = await holdersOfAll(store, playbook, presentOf(playbook, [manager], at), at);
    if (holders.length > 0) return holders;
  }
  return [];
}
