import { inLanguage, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';

type Sentences = Readonly<Partial<Record<Language, readonly string[]>>>;

/** What shows the shipped playbooks at their best. An organisation that is not here gets sentences made of its playbook. */
const CHOSEN: Readonly<Record<string, Sentences>> = {
  falkenberg: {
    sv: ['IntraPhone web fungerar inte', 'Jobbmobilen kan inte ringa', 'Vem ringer jag nu?'],
    en: ['IntraPhone web does not work', 'My work phone cannot call', 'Who do I call now?'],
  },
  harjedalen: {
    sv: ['Jag har tappat min tjänstemobil', 'Vem ringer jag nu?', 'Växeln svarar inte'],
    en: ['I have lost my work phone', 'Who do I call now?', 'The switchboard does not answer'],
  },
  itcentrum: {
    sv: [
      'Treserva går inte att logga in i',
      'Är det någon driftstörning nu?',
      'Ingen i Tierp kommer ut på nätet',
    ],
    en: [
      'I cannot log in to Treserva',
      'Is anything down right now?',
      'Nobody in Tierp can get on the internet',
    ],
  },
  kivido: {
    nl: ['De telefoon doet het niet', 'Ik kan niet printen', 'Wie moet ik nu bellen?'],
    en: ['The phones do not work', 'I cannot print', 'Who do I call now?'],
  },
  porsanger: {
    nb: ['Hele avdelingen får ikke opp pasientjournalen', 'Skriveren virker ikke', 'Hvem ringer jeg nå?'],
    en: [
      'Nobody in our department can open patient records',
      'The printer does not work',
      'Who do I call now?',
    ],
  },
};

/** Sentences to try, in each of the organisation's languages. */
export function suggestionsFor(playbook: Playbook): Sentences {
  return CHOSEN[playbook.organisation] ?? made(playbook);
}

function made({ languages, services }: Playbook): Sentences {
  const first = [...services.values()].slice(0, 2);
  return Object.fromEntries(
    languages.map((language) => [
      language,
      [
        ...first.map(({ name }) =>
          say(language, 'playground.try-broken', { service: inLanguage(name, language, languages) }),
        ),
        say(language, 'who.title'),
      ],
    ]),
  );
}
