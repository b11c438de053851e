import { partIn } from '../../../domain/duties/people.ts';
import type { Action } from '../../actions.ts';
import type { Talk } from '../../talk.ts';

/** A duty is done. Who may say so is decided by who presses now: a card can be forwarded. False: the playbook has it no more. */
export function pressDutyDone(talk: Talk, action: Extract<Action, { do: 'duty-done' }>): boolean {
  const { duty, site, day } = action;
  return withPart(talk, action, (contact) => {
    const name = talk.event.known.identity?.name ?? null;
    talk.want({ effect: 'do-duty', duty, site, day, by: { contact, name } });
  });
}

/** It was pressed by mistake. False: the playbook has the duty no more. */
export function pressDutyUndo(talk: Talk, action: Extract<Action, { do: 'duty-undo' }>): boolean {
  const { duty, site, day } = action;
  return withPart(talk, action, () => talk.want({ effect: 'undo-duty', duty, site, day }));
}

function withPart(
  talk: Talk,
  { duty: id, site }: { readonly duty: string; readonly site: string },
  want: (contact: string) => void,
): boolean {
  const { playbook, event } = talk;
  const duty = playbook.duties.get(id);
  if (duty?.units.has(site) !== true) return false;
  const contact = partIn(playbook, duty, site, event.from, event.known.identity);
  if (contact === null) talk.note('duty.not-yours', {}, 'warning');
  else want(contact);
  return true;
}
