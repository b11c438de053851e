import type { Playbook } from '../domain/organisation/playbook.ts';
import type { LinkKeys } from '../http/link-key.ts';
import { LINK_PURPOSE } from '../http/routes/admission.ts';
import type { PrintLinks } from '../runtime/paper/known.ts';

/**
 * Links to the page that units print, with the key where the page needs one.
 * @param base where the service is reached from outside; null: nowhere
 */
export function printLinks(
  playbooks: ReadonlyMap<string, Playbook>,
  keys: LinkKeys,
  base: () => string | null,
): PrintLinks {
  return {
    linkFor(organisation) {
      const address = base();
      const access = playbooks.get(organisation)?.pages.routine;
      if (address === null || access === undefined || access === 'nobody') return null;
      const url = new URL(`/routine/${organisation}`, address);
      if (access === 'link') url.searchParams.set('key', keys.keyFor(LINK_PURPOSE, organisation));
      return url.href;
    },
  };
}
