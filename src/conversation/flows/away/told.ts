import type { AgreedEntry, AwayEntry } from '../../../domain/absence/entry.ts';
import { toldOf } from '../../../domain/absence/told.ts';
import type { Talk } from '../../talk.ts';
import { unitOf } from './keep.ts';

/** Who hears of it, so that nobody believes that somebody does whom the playbook does not name. */
export function toldInWords(talk: Talk, entry: AwayEntry | AgreedEntry): string[] {
  const told = toldOf(talk.playbook, entry, 'about' in entry ? unitOf(talk, entry) : talk.site);
  const roles = told.map((id) => talk.local(talk.playbook.contacts.get(id)?.role ?? {}));
  return [
    roles.length === 0 ? talk.say('away.told-nobody') : talk.say('away.told', { who: roles.join(', ') }),
  ];
}
