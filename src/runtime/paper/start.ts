import type { Playbook } from '../../domain/organisation/playbook.ts';
import { paperSubject } from '../../domain/paper/paper.ts';
import type { Store } from '../../ports/store.ts';
import { derivedName } from '../names.ts';
import { PACK, PAPER_EVENTS, SHEETS } from './events.ts';
import { readSheets } from './records.ts';

/**
 * At the start: each organisation looks what has changed on its sheets, and each unit what it has to print. Once for each change of a
 * playbook's text, however often the service starts, and however many processes do; a text that came back is a change too.
 */
export async function startPaper(
  store: Pick<Store, 'receive' | 'record'>,
  playbooks: ReadonlyMap<string, Playbook>,
  now: number,
): Promise<void> {
  for (const playbook of playbooks.values()) {
    // Where nothing has to be on paper nobody asks what has changed on it.
    if (playbook.paper.size === 0 && playbook.pack === null) continue;
    const { version } = await readSheets(store, playbook.organisation);
    for (const subject of subjectsOf(playbook))
      await start(store, playbook, subject, { now, after: version });
  }
}

function subjectsOf({ paper, pack }: Playbook): string[] {
  const units = [...paper.values()].flatMap(({ id, units }) =>
    [...units.keys()].map((site) => paperSubject(id, site)),
  );
  return [SHEETS, ...(pack === null ? [] : [PACK]), ...units];
}

async function start(
  store: Pick<Store, 'receive'>,
  { organisation, version }: Playbook,
  subject: string,
  { now, after }: { readonly now: number; readonly after: number },
): Promise<void> {
  const conversation = PAPER_EVENTS.conversationOf(organisation, subject);
  await store.receive({
    ...{ id: derivedName(`start/${version}/${after}/`, conversation), conversation, receivedAt: now },
    body: PAPER_EVENTS.body({ organisation, subject, ahead: 0, what: { kind: 'start' } }),
  });
}
