import type { MatterClass } from '../../domain/contacts/contact.ts';
import { MATTER_CLASSES } from '../../domain/contacts/contact.ts';
import { who } from '../../domain/contacts/who.ts';
import type { Choice } from '../messages.ts';
import type { Talk } from '../talk.ts';
import { answerInWords } from '../who/words.ts';
import { className } from '../words/class-name.ts';
import { unmannedLead } from './away/lead.ts';

/** Services offered for another answer. */
const MOST_SERVICES = 8;

/** "Who do I call now?" It is asked how urgent it is only where that changes the answer. */
export function tellWho(talk: Talk, service: string | null): void {
  const [critical, normal] = [callsFor(talk, 'critical', service), callsFor(talk, 'normal', service)];
  if (critical === normal) return tellAnswer(talk, 'critical', service);
  const explains = talk.playbook.classes.get('critical')?.explains ?? null;
  if (explains !== null) talk.tell({ kind: 'say', text: talk.local(explains), tone: 'plain' });
  const choices = MATTER_CLASSES.map((matterClass) =>
    talk.offer(
      className(talk.playbook, matterClass, talk.language),
      { do: 'who', class: matterClass, service },
      matterClass === 'critical' ? 'main' : 'plain',
    ),
  );
  talk.tell({ kind: 'ask', text: talk.say('who.ask-class'), hint: null, picture: false, choices });
}

/** The numbers for a matter at this minute, with the services that would change them. */
export function tellAnswer(talk: Talk, matterClass: MatterClass, service: string | null): void {
  const { role, site } = talk;
  const answer = who(talk.playbook, { class: matterClass, service, site, role }, talk.now);
  const name = talk.serviceName(service);
  talk.tell({
    kind: 'call',
    lead: [...(name === null ? [] : [talk.say('who.about', { service: name })]), ...unmannedLead(talk)],
    answer: answerInWords(talk.playbook, answer, talk.language, 'trusted', talk.manager),
    question: null,
    choices: [...otherServices(talk, matterClass, service), reportChoice(talk, service)],
  });
}

function reportChoice(talk: Talk, service: string | null): Choice {
  return talk.offer(talk.say('menu.report'), { do: 'wish', wish: 'report', service }, 'quiet');
}

/** Services for which somebody else is called. */
function otherServices(talk: Talk, matterClass: MatterClass, current: string | null): Choice[] {
  const calls = callsFor(talk, matterClass, current);
  return [...talk.playbook.services.values()]
    .filter(({ id }) => id !== current && callsFor(talk, matterClass, id) !== calls)
    .slice(0, MOST_SERVICES)
    .map(({ id, name }) =>
      talk.offer(talk.say('who.about-instead', { service: talk.local(name) }), {
        ...{ do: 'who', class: matterClass, service: id },
      }),
    );
}

/** Who is called, in a form that can be compared. */
function callsFor(talk: Talk, matterClass: MatterClass, service: string | null): string {
  const { role, site } = talk;
  return who(talk.playbook, { class: matterClass, service, site, role }, talk.now)
    .steps.map(({ contacts }) => contacts.map(({ contact, available }) => `${contact.id}${available}`).join())
    .join('>');
}
