import type { Contact } from '../../domain/contacts/contact.ts';

/** Which numbers the reader may see: all of them, or none that are kept for critical matters (scenario D2). */
export type Audience = 'trusted' | 'everybody';

/** Direct numbers kept for critical matters are not for everybody (scenario D2). */
export function isHiddenFrom(audience: Audience, contact: Contact): boolean {
  return audience === 'everybody' && contact.usedFor === 'critical' && contact.phone !== null;
}
