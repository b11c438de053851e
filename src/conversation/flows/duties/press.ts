import { partIn } from '../../../domain/duties/people.ts';
import type { Action } from '../../actions.ts';
import type { Talk } from '../../talk.ts';

/** A duty is done. Who may say so is decided by who presses now: a card can be forwarded. False: the playbook has it no more. */
export function pressDutyDone(talk: Talk, action: Extract<Action, { do: 'duty-done' }>): boolean {
  const { playbook, event } = talk;
  const { duty: id, site, day } = action;
  const duty = playbook.duties.get(id);
  if (duty?.units.has(site) !== true) return false;
  const { identity } = event.known;
  const contact = partIn(playbook, duty, site, event.from, identity);
  if (contact === null) {
    talk.note('duty.not-yours', {}, 'warning');
    return true;
  }
  talk.want({ effect: 'do-duty', duty: id, site, day, by: { contact, name: identity?.name ?? null } });
  return true;
}
