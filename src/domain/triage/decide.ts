import type { MatterClass } from '../contacts/contact.ts';
import type { Playbook } from '../organisation/playbook.ts';

/** What is known of a matter: the circumstances that hold, and the class if a triage named it. */
export interface Facts {
  readonly is: readonly string[];
  readonly class: MatterClass | null;
}

/** A class, and the circumstance that decided it; null where none did. */
export interface Decision {
  readonly class: MatterClass;
  readonly because: string | null;
}

/**
 * The class of a matter by the organisation's rules. One critical circumstance is enough, whatever class was named;
 * danger to life or health comes first.
 */
export function decide(playbook: Playbook, facts: Facts): Decision {
  const because = [playbook.danger, ...facts.is].find(
    (id) => id !== null && facts.is.includes(id) && isCritical(playbook, id),
  );
  return { class: because === undefined ? (facts.class ?? 'normal') : 'critical', because: because ?? null };
}

/** Danger is critical even where the rules forget to say so. */
function isCritical({ danger, classes }: Playbook, circumstance: string): boolean {
  return circumstance === danger || (classes.get('critical')?.when.includes(circumstance) ?? false);
}
