import type { Talk } from '../../talk.ts';

/**
 * Whether the speaker may write notices: IT's desk, and whoever has one of the playbook's roles by the channel's certain
 * knowledge. What somebody told about themselves gives no right: everybody can say anything.
 */
export function mayWrite({ event: { from }, playbook }: Talk): boolean {
  return from.desk || (from.role !== null && playbook.notices.authors.includes(from.role));
}
