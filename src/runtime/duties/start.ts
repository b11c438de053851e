import { dutySubject } from '../../domain/duties/duty.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Store } from '../../ports/store.ts';
import { derivedName } from '../names.ts';
import { DUTY_EVENTS } from './events.ts';

/** At the start: each unit's duty looks when its next time is. Once for each text of a playbook, however often the service starts. */
export async function startDuties(
  store: Pick<Store, 'receive'>,
  playbooks: ReadonlyMap<string, Playbook>,
  now: number,
): Promise<void> {
  for (const playbook of playbooks.values())
    for (const subject of subjectsOf(playbook)) await start(store, playbook, subject, now);
}

function subjectsOf({ duties }: Playbook): string[] {
  return [...duties.values()].flatMap(({ id, units }) =>
    [...units.keys()].map((site) => dutySubject(id, site)),
  );
}

async function start(
  store: Pick<Store, 'receive'>,
  { organisation, version }: Playbook,
  subject: string,
  now: number,
): Promise<void> {
  const conversation = DUTY_EVENTS.conversationOf(organisation, subject);
  await store.receive({
    ...{ id: derivedName(`start/${version}/`, conversation), conversation, receivedAt: now },
    body: DUTY_EVENTS.body({ organisation, subject, ahead: 0, what: { kind: 'start' } }),
  });
}
