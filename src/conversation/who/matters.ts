import { MATTER_CLASSES, type MatterClass } from '../../domain/contacts/contact.ts';
import { sameCalls } from '../../domain/contacts/same.ts';
import { who } from '../../domain/contacts/who.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';

/** For which matters whom to call has to be told: one is enough where both are answered by the same people. */
export function mattersToTell(
  playbook: Playbook,
  about: { readonly service: string | null; readonly role?: string | null; readonly site?: string | null },
  now: Temporal.ZonedDateTime,
): readonly MatterClass[] {
  const [critical, normal] = MATTER_CLASSES.map((matterClass) =>
    who(playbook, { site: null, role: null, ...about, class: matterClass }, now),
  );
  const isSame = critical !== undefined && normal !== undefined && sameCalls(critical, normal);
  return isSame ? MATTER_CLASSES.slice(0, 1) : MATTER_CLASSES;
}
