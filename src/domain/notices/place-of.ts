import type { Subscription } from './subscription.ts';

/** Channels whose rooms are shared between workspaces, tenants and playbooks. */
const PLATFORMS = ['slack', 'teams'];

/**
 * What a destination is on its platform, whichever organisation, workspace or tenant it is seen from: two with the same are
 * one channel, or one mailbox. Null: nobody else's destination can be the same.
 */
export function placeOf({
  destination,
  source,
  user,
}: Pick<Subscription, 'destination' | 'source' | 'user'>) {
  if (source === 'mail') return user === null ? null : `mail/${user.toLowerCase()}`;
  // `<platform>/<organisation>/<workspace or tenant>/<channel>`; somebody's own chat has one part more.
  const [platform = '', , , channel, ...own] = destination.split('/');
  if (source === 'person' || channel === undefined || own.length > 0) return null;
  return PLATFORMS.includes(platform) ? `${platform}/${channel}` : null;
}
