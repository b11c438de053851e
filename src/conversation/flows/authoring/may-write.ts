import { isAmong } from '../../../domain/people/holders.ts';
import type { Talk } from '../../talk.ts';

/**
 * Whether the speaker may write notices: IT's desk, whoever has one of the playbook's roles by the channel's certain
 * knowledge, and whoever holds one of its contacts. What somebody told about themselves gives no right: everybody can say
 * anything.
 */
export function mayWrite({ event: { from, known }, playbook }: Talk): boolean {
  return from.desk || isAmong(playbook, playbook.notices.authors, from, known.identity);
}
