import { planFor } from '../contacts/plan.ts';
import type { Playbook } from '../organisation/playbook.ts';
import { routineFor } from '../routines/find.ts';
import type { TriageEnd, TriageTree } from './triage.ts';

/**
 * The first tree that fits. Where the role is not known, a tree for certain roles fits if it is the only one for the
 * service: then nobody else uses that service.
 */
export function treeFor(playbook: Playbook, service: string | null, role: string | null): TriageTree | null {
  const candidates = treesOf(playbook, service);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  if (role === null && only !== undefined) return only;
  return candidates.find(({ roles }) => includes(roles, role)) ?? null;
}

/**
 * Whether it is worth asking for the role: whether it would change the tree, the route or the routine for a service.
 * Where one tree tells who uses the service, only those roles count.
 */
export function roleMatters(
  playbook: Playbook,
  service: string | null,
  siteId: string | null = null,
): boolean {
  const trees = treesOf(playbook, service);
  const users = trees.length === 1 ? (trees[0]?.roles ?? null) : null;
  const roles = [null, ...(users ?? playbook.roles.keys())];
  return new Set(roles.map((role) => outcome(playbook, service, role, siteId))).size > 1;
}

/** Every end of a tree, in the order of the file. */
export function endsOf(tree: TriageTree): TriageEnd[] {
  const answers = [...tree.questions.values()].flatMap((question) => question.answers);
  return [tree.end, ...answers.map(({ end }) => end)].filter((end) => end !== null);
}

/** The trees for a service, whoever asks. */
function treesOf(playbook: Playbook, service: string | null): TriageTree[] {
  return [...playbook.triage.values()].filter(({ services }) => includes(services, service));
}

/** What people in a role are asked, sent to and told, in a form that can be compared. */
function outcome(
  playbook: Playbook,
  service: string | null,
  role: string | null,
  site: string | null,
): string {
  const policy = (matterClass: 'critical' | 'normal') =>
    planFor(playbook, { class: matterClass, service, site, role }, []).policy;
  const routines = routineFor(playbook, { service, role, site, declaredLong: false }).map(({ id }) => id);
  return [treeFor(playbook, service, role)?.id, policy('critical'), policy('normal'), routines[0]].join('|');
}

function includes(list: readonly string[] | null, value: string | null): boolean {
  return list === null || (value !== null && list.includes(value));
}
