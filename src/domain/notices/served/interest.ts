import type { Playbook } from '../../organisation/playbook.ts';
import type { Subscription } from '../subscription.ts';

/**
 * What somebody in a served organisation asks for, in the ids of the department: so that its author sees how many a notice
 * will reach, and in which languages, before it is sent.
 */
export function asOfDepartment(
  { servedBy, languages }: Pick<Playbook, 'servedBy' | 'languages'>,
  subscription: Subscription,
): Subscription {
  if (servedBy === null) return subscription;
  const { sites, services, language } = subscription;
  const units = new Map([...servedBy.sites].map(([theirs, own]) => [own, theirs]));
  const theirs = [...servedBy.services];
  return {
    ...subscription,
    language: language ?? languages[0],
    sites: sites === null ? [servedBy.site] : sites.map((own) => units.get(own) ?? servedBy.site),
    services: theirs.filter(([, own]) => services === null || services.includes(own)).map(([id]) => id),
  };
}
