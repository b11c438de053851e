import { paperPart } from '../../../domain/paper/people.ts';
import type { Action } from '../../actions.ts';
import type { Talk } from '../../talk.ts';

/** It is printed and put up. Who may say so is decided by who presses now: a card can be forwarded. False: the playbook has it no more. */
export function pressPrinted(talk: Talk, action: Extract<Action, { do: 'paper-done' }>): boolean {
  const { playbook, event } = talk;
  const rule = playbook.paper.get(action.rule);
  if (rule?.units.has(action.site) !== true) return false;
  const { identity } = event.known;
  const contact = paperPart(playbook, rule, action.site, event.from, identity);
  if (contact === null) {
    talk.note('printed.not-yours', {}, 'warning');
    return true;
  }
  const by = { contact, name: identity?.name ?? null };
  const { rule: id, site, version } = action;
  talk.want({ effect: 'print-paper', rule: id, site, version, by });
  return true;
}

/** Where it is printed, to be opened. */
export function tellPrint(talk: Talk, id: string): boolean {
  const rule = talk.playbook.paper.get(id);
  if (rule === undefined) return false;
  const link = talk.event.known.paper?.link ?? null;
  if (link === null) {
    talk.note('printed.no-page');
    return true;
  }
  const address = new URL(link);
  address.searchParams.set('lang', talk.language);
  const nothing = { phone: null, extension: null, email: null, remarks: [], until: '' };
  talk.tell({
    ...{ kind: 'call', lead: [], question: null },
    answer: {
      ...{ title: talk.local(rule.name), matter: '', status: talk.say('printed.print-status'), tone: 'open' },
      ...{ emergency: null, skipped: [], last: null, asOf: '', holds: talk.say('printed.print-holds') },
      steps: [
        {
          ...{ lead: null, heading: talk.say('printed.print-heading'), remarks: [], receipt: null },
          contacts: [{ ...nothing, role: talk.say('printed.print-what'), url: address.href }],
        },
      ],
    },
  });
  return true;
}
