import type { Message } from '../../src/conversation/messages.ts';
import type { Language } from '../../src/domain/organisation/language.ts';
import { Town } from './conversation.ts';
import { lifelike } from './gallery-messages.ts';
import { type Shipped, shipped } from './playbooks.ts';

interface Script {
  readonly organisation: Shipped;
  readonly contact: string;
  /** Long ahead, with who takes calls and errands; then for some hours, with where one is reached; then the form. */
  readonly says: readonly [string, string, string];
}

const SCRIPTS: Readonly<Record<Language, Script>> = {
  sv: {
    ...{ organisation: 'harjedalen', contact: 'care-manager' },
    says: [
      'borta 22–26 december, växeln tar mina samtal och Lisa mina ärenden',
      'i möte till 15, i nödfall: 070-123 45 67',
      'min frånvaro',
    ],
  },
  nb: {
    ...{ organisation: 'porsanger', contact: 'it-consultant' },
    says: [
      'borte 22.–26. desember, IT-leder tar samtalene mine',
      'i møte til 15, i nødsfall: 900 12 345',
      'mitt fravær',
    ],
  },
  nl: {
    ...{ organisation: 'kivido', contact: 'manager-general-affairs' },
    says: [
      'weg 22–26 december, de directie neemt mijn telefoon aan',
      'in vergadering tot 15 uur, in noodgevallen: 06-12345678',
      'mijn afwezigheid',
    ],
  },
  en: {
    ...{ organisation: 'harjedalen', contact: 'care-manager' },
    says: [
      'away 22–26 December, the switchboard takes my calls and Lisa my errands',
      'in a meeting until 15, in an emergency: 070-123 45 67',
      'my absence',
    ],
  },
};

/** What somebody sees who tells of their absences: each as a card, and the form. */
export function awayMessages(language: Language): readonly Message[] {
  const { organisation, contact, says } = SCRIPTS[language];
  const town = new Town(shipped(organisation), '2026-11-25T09:30');
  const teller = town.person(contact, { role: contact, locale: language });
  for (const text of says.slice(0, 2)) teller.say(text);
  const cards = teller.transcript.map(({ message }) => message);
  teller.say(says[2]);
  const form = teller.replies.map(({ message }) => message).filter(({ kind }) => kind === 'form');
  const all = [...cards, ...form].filter(({ kind }) => kind === 'receipt' || kind === 'form');
  return JSON.parse(JSON.stringify(all).replace(/TEST-\d+/g, lifelike));
}
