import { LANGUAGES } from '../domain/organisation/language.ts';
import { say } from '../locales/say.ts';
import type { Wish } from './actions.ts';
import { type NewsWish, newsWish } from './understanding/lexicon/news.ts';
import { subscriptionWish } from './understanding/lexicon/subscriptions.ts';
import { wordsOf } from './understanding/text.ts';

/** Everything that stands in a menu. */
const WISHES = [
  'report',
  'who',
  'status',
  'routine',
  'my-reports',
  'profile',
  'help',
  'subscription',
  'lost-phone',
  'absence',
  'directory',
  'commitment',
  'unsigned',
  'directory-change',
  'duties',
  'paper',
  'notice',
] as const satisfies readonly Wish[];

/** Other whole texts for what no intent covers, as the words are spelt without accents. */
const MORE: Readonly<Partial<Record<Wish, string>>> = {
  report: `anmal ett fel|anmal fel|ny anmalan|ny felanmalan|nytt fel|nytt arende|felanmalan|melde en feil|meld feil|ny melding|ny feilmelding|ny feil|ny sak|feilmelding|meld een storing|nieuwe melding|nieuwe storing|melding maken|new report|new fault|new issue|report a problem`,
  'directory-change': `ny medarbetare|nyanstalld|ny anstalld|andring till vaxeln|andra i katalogen|andra i telefonkatalogen|ny medarbeider|nyansatt|endring til sentralbordet|endre i katalogen|nieuwe medewerker|wijziging voor de centrale|new employee|change the directory|tell the switchboard`,
  commitment: `forbindelsen|skriv under|skriva under|underteckna|erklaeringen|erklaringen|signer|signere|ondertekenen|de verklaring|sign|commitment|the commitment`,
  unsigned: `vilka har inte skrivit under|vem har inte skrivit pa|hvem har ikke skrevet under|hvem mangler signatur|wie moet nog ondertekenen|wie heeft nog niet ondertekend|who hasn t signed|who has not signed yet|who still has to sign`,
  duties: `dagliga uppgifter|mina uppgifter|vara uppgifter|manadsoversikt|daglige oppgaver|mine oppgaver|manedsoversikt|dagelijkse taken|mijn taken|maandoverzicht|daily duties|my duties|duties|monthly overview`,
  paper: `vem har inte skrivit ut|vilka har inte skrivit ut|vem har skrivit ut|vem har vilken version|papper|pa papper|parmen|rutiner pa papper vem|hvem har ikke skrevet ut|hvem har skrevet ut|hvem har hvilken versjon|pa papir|permen|wie heeft niet afgedrukt|wie heeft nog niet afgedrukt|wie heeft afgedrukt|wie heeft welke versie|op papier|who has not printed|who hasn t printed|who has printed|who has which version|on paper`,
  profile: `min profil|profil|installningar|mina installningar|innstillinger|mine innstillinger|profiel|mijn profiel|instellingen|mijn instellingen|my profile|profile|settings|my settings`,
};

const NAMED = new Map<string, Wish>([
  ...Object.entries(MORE).flatMap(([wish, texts]) =>
    texts.split('|').map((text) => [text, wish as Wish] as const),
  ),
  ...LANGUAGES.flatMap((language) =>
    WISHES.map((wish) => [plainly(say(language, `menu.${wish}`)), wish] as const),
  ),
]);
const LONGEST = 60;

/** What is asked for by its very name, in any of the languages: it is granted wherever the conversation stands. */
export function namedWish(text: string): Wish | null {
  if (text.length > LONGEST) return null;
  const plain = plainly(text);
  return NAMED.get(plain) ?? subscriptionWish(plain) ?? (newsWish(plain) === null ? null : 'news');
}

/** How somebody wants to hear what becomes of their reports; null: they said nothing of it. */
export function namedNews(text: string): NewsWish | null {
  return text.length > LONGEST ? null : newsWish(plainly(text));
}

function plainly(text: string): string {
  return wordsOf(text)
    .map(({ plain }) => plain)
    .join(' ');
}
