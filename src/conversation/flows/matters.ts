import { who } from '../../domain/contacts/who.ts';
import type { OtherMatter } from '../../domain/triage/triage.ts';
import type { Talk } from '../talk.ts';
import { answerInWords } from '../who/words.ts';

/** A lost phone, an absence, a question for somebody: the right contact now, and what they will need to know. */
export function tellMatter(talk: Talk, matter: OtherMatter): void {
  const rule = talk.playbook.matters.get(matter) ?? null;
  const situation = {
    ...{ class: 'normal' as const, service: rule?.service ?? null, policy: rule?.policy ?? null },
    ...{ site: talk.site, role: talk.role },
  };
  const tell = rule?.tell ?? null;
  const needed = tell === null ? talk.say(`matter.${matter}-tell`) : talk.local(tell);
  const routine = talk.playbook.routines.get(rule?.routine ?? '');
  talk.tell({
    kind: 'call',
    lead: [talk.say(`matter.${matter}`), talk.say('matter.will-need', { what: needed })],
    answer: answerInWords(
      talk.playbook,
      who(talk.playbook, situation, talk.now),
      talk.language,
      'trusted',
      talk.manager,
    ),
    question: null,
    choices:
      routine === undefined
        ? []
        : [talk.offer(talk.local(routine.name), { do: 'show-routine', routine: routine.id })],
  });
}
