import type { MatterClass } from '../../domain/contacts/contact.ts';
import type { FaultPath } from '../fault.ts';
import type { LintContext } from './context.ts';
import { allEnds, classOf } from './triage/ends.ts';

/** A place that leads matters of a class to a policy. */
export interface Lead {
  readonly path: FaultPath;
  readonly class: MatterClass;
  readonly policy: string;
  /** Only people of these sites and of all below them; undefined: everybody. */
  readonly sites: readonly string[] | undefined;
}

/** All that leads to a policy: routes, the ends of triage, and matters that are no fault, which are normal ones. */
export function leadsOf(context: LintContext): Lead[] {
  const { content, isSound, listed } = context;
  // Without the classes it is not known to which one an end comes.
  const ends = isSound(['classes']) ? allEnds(content) : [];
  return [
    ...listed('routes').map(
      ([i, { class: name, policy, site }]): Lead => ({
        path: ['routes', i, 'policy'],
        class: name,
        policy,
        sites: site,
      }),
    ),
    ...ends.map(({ path, end }) => lead([...path, 'policy'], classOf(content, end), end.policy)),
    ...Object.entries(content.matters).map(([name, matter]) =>
      lead(['matters', name, 'policy'], 'normal', matter?.policy),
    ),
  ].filter((each) => each !== null);
}

function lead(path: FaultPath, name: MatterClass, policy: string | undefined): Lead | null {
  return policy === undefined ? null : { path, class: name, policy, sites: undefined };
}
