import { packLetter } from '../../conversation/paper/pack-letter.ts';
import { versionsOf } from '../../conversation/paper/sheets.ts';
import { outstanding } from '../../domain/paper/life.ts';
import { nextPack } from '../../domain/paper/pack-letters.ts';
import { ALL_PAPER } from '../../domain/paper/paper.ts';
import type { Step } from '../process/step.ts';
import { PAPER_EVENTS } from './events.ts';
import { letterDelivery } from './letters.ts';
import type { PaperJob, PaperParts, PaperProcessState } from './plan.ts';

/**
 * Sends the emergency pack to whom the playbook names: at each change of what stands on it, and once a week, for its schedule is of
 * seven days. After a stop over that time it goes out once. The pack itself is made when its letter leaves.
 */
export async function planPack({ ways }: PaperParts, job: PaperJob): Promise<Step<PaperProcessState>> {
  const { event, playbook, process, now, id } = job;
  const { organisation, subject } = event;
  const { pack, timezone, languages } = playbook;
  if (pack === null) return { process, timers: [PAPER_EVENTS.cancel(organisation, subject, 'tick')] };
  const tick = { organisation, subject, ahead: 0, what: { kind: 'tick' } } as const;
  const timers = [PAPER_EVENTS.timer(tick, nextPack(pack, timezone, now))];
  // Once mail is set up it goes out at the next time of the week.
  if (!ways.mail) return { process, timers };
  const versions = versionsOf(playbook, ALL_PAPER);
  const isNew = outstanding(process.printed, versions).length > 0;
  const isDue = process.toldAt === null || nextPack(pack, timezone, process.toldAt) <= now;
  if (!isNew && !isDue) return { process, timers };
  const message = packLetter(playbook, isNew);
  const file = { kind: 'pack', language: languages[0] } as const;
  const deliveries = pack.mail.map((address) =>
    letterDelivery(organisation, { address, key: `pack/${id}`, message, file, at: now }),
  );
  return { process: { ...process, printed: versions, toldAt: now }, timers, deliveries };
}
