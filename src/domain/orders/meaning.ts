import type { Language } from '../organisation/language.ts';
import type { MailMeaning } from './order.ts';

/** A mail as it is looked at for its meaning: untrusted text. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
  /** Whether a file hangs on it. */
  readonly hasFile: boolean;
}

/** What words say it, what turns them round, and what puts them off to another time. */
interface Lexicon {
  readonly confirmed: RegExp;
  readonly quote: RegExp;
  readonly invoice: RegExp;
  readonly solved: RegExp;
  readonly not: RegExp;
  readonly later: RegExp;
}

/** Whole words: a letter beside them makes them others. */
function words(source: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'iu');
}

const LEXICON: Readonly<Record<Language, Lexicon>> = {
  nl: {
    confirmed: words(String.raw`bevestig\p{L}*|ontvangen|in goede orde|aangemaakt|geregistreerd`),
    quote: words('offerte|prijsopgave|kostenraming'),
    invoice: words('factuur'),
    solved: words(
      String.raw`(?:is|zijn|hebben|heeft|werd|nu) (?:[\p{L}-]+ ){0,4}?(?:opgelost|verholpen|hersteld|afgehandeld)|opgelost`,
    ),
    not: words('niet|geen|nog niet'),
    later: words('zodra|wanneer|als|zullen|zal|gaan|wordt|worden|binnenkort|ontvangt'),
  },
  nb: {
    confirmed: words(String.raw`bekreft\p{L}*|mottatt|registrert`),
    quote: words('tilbud|pristilbud|prisoverslag'),
    invoice: words('faktura'),
    solved: words('løst|utbedret|rettet|feilen er borte'),
    not: words('ikke|ingen'),
    later: words('når|så snart|hvis|skal|vil|kommer til|blir'),
  },
  sv: {
    confirmed: words(String.raw`bekräft\p{L}*|mottag\p{L}*|tagit emot|registrerat`),
    quote: words('offert|prisuppgift'),
    invoice: words('faktura'),
    solved: words('löst|åtgärdat|åtgärdad|avhjälpt'),
    not: words('inte|ej|ingen'),
    later: words('när|så snart|om|ska|kommer att|blir'),
  },
  en: {
    confirmed: words(String.raw`confirm\p{L}*|received|registered|acknowledg\p{L}*`),
    quote: words('quote|quotation|estimate'),
    invoice: words('invoice'),
    solved: words('solved|resolved|fixed|repaired'),
    not: words("not|no|cannot|isn't|hasn't"),
    later: words('when|once|as soon as|if|will|shall|to be|going to'),
  },
};

/** An amount of money: "€ 300", "kr 1 200,-", "300 EUR". */
const AMOUNT = /(?:€|\beur\b|\bkr\.?)\s*\d|\d[\d .,]*\s*(?:€|eur\b|kr\b|,-|:-)/i;
/** Where what somebody answers to begins. */
const QUOTED =
  /^\s*(?:>|-{3,}\s*(?:original|oorspronkelijk|opprinnelig|ursprungligt)|(?:van|fra|från|from)\s*:|(?:op|on|den)\s.{4,120}(?:schreef|wrote|skrev))/i;

/**
 * What a supplier's mail means, as far as its words are clear; null: somebody has to read it. A sentence that says no, or
 * speaks of another time ("as soon as it is solved"), says none of it. A price needs an amount or a file.
 * @param languages of the organisation; suppliers write English too
 */
export function meaningOf(mail: MailWords, languages: readonly Language[]): MailMeaning | null {
  const sentences = [
    mail.subject.replaceAll(/\b(?:re|aw|sv|fw|fwd|antw|vs)\s*:/gi, ''),
    ...ownWords(mail.text),
  ];
  const lexicons = [...new Set<Language>([...languages, 'en'])].map((language) => LEXICON[language]);
  const says = (what: MailMeaning): boolean =>
    sentences.some((sentence) => lexicons.some((lexicon) => isSaid(lexicon, what, sentence)));
  const hasPrice = mail.hasFile || sentences.some((sentence) => AMOUNT.test(sentence));
  const found = (['invoice', 'quote', 'solved'] as const).filter(
    (what) => says(what) && (what === 'solved' || hasPrice),
  );
  const [only] = found;
  if (only !== undefined) return found.length === 1 ? only : null;
  return says('confirmed') ? 'confirmed' : null;
}

function isSaid(lexicon: Lexicon, what: MailMeaning, sentence: string): boolean {
  return lexicon[what].test(sentence) && !lexicon.not.test(sentence) && !lexicon.later.test(sentence);
}

/** The sentences that somebody wrote, without what they answer to. */
export function ownWords(text: string): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => QUOTED.test(line));
  const own = end === -1 ? lines : lines.slice(0, end);
  return own
    .join('\n')
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .slice(0, 60);
}
