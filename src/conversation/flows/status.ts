import { outagesFor } from '../../domain/reports/known.ts';
import type { Talk } from '../talk.ts';
import { tellOutage } from './outage.ts';

/** Outages shown at once. */
const MOST_OUTAGES = 5;

/** "Is there an outage?": those that concern the person, or that none is announced. */
export function tellStatus(talk: Talk, service: string | null): void {
  const { site } = talk;
  const all = talk.outages();
  const concerned = service === null ? all : outagesFor(talk.playbook, all, { service, site });
  for (const outage of concerned.slice(0, MOST_OUTAGES)) tellOutage(talk, outage, null);
  if (concerned.length > 0) return;
  const name = talk.serviceName(service);
  talk.tell({
    kind: 'say',
    text: name === null ? talk.say('status.none') : talk.say('status.none-for', { service: name }),
    tone: 'plain',
    choices: [
      talk.offer(talk.say('menu.report'), { do: 'wish', wish: 'report', service }, 'main'),
      talk.offer(talk.say('menu.who'), { do: 'wish', wish: 'who', service }),
    ],
  });
}
