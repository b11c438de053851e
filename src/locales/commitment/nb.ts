import type { commitment as sv } from './sv.ts';

/** Words about what everybody signs. */
export const commitment: Readonly<Record<keyof typeof sv, string>> = {
  'menu.commitment': 'Signer erklæringen',
  'commitment.none': 'Her er det ingenting å signere.',
  'commitment.version': 'Versjon {version}',
  'commitment.sign': 'Jeg har lest og signerer',
  'commitment.later': 'Senere',
  'commitment.later-done': 'Den står i menyen når du vil signere.',
  'commitment.ask-site': 'Hvor jobber du?',
  'commitment.ask-name': 'Skriv navnet ditt som underskrift.',
  'commitment.hint-name': 'For- og etternavn',
  'commitment.signed': 'Signert av {name} ({site}) {at}. Versjon {version}.',
  'commitment.copy': 'Kopien',
  'commitment.copy-what': 'Til å skrive ut eller lagre som PDF',
  'commitment.keep-link': 'Lenken er bare for den som har fått den.',
  'commitment.manager': '{name} ({site}) signerte {at}. Versjon {version}.',
  'commitment.reminder': 'Du har ikke signert ennå: {title}.',
  'commitment.page-signed': 'Signert i chatten av {name} {at}.',
  'commitment.page-workplace': 'Arbeidssted: {site}',
  'commitment.page-known': 'I organisasjonens adressebok: {who}',
  'commitment.page-unknown': 'Navnet er skrevet av personen selv; ingen adressebok bekrefter det.',
  'commitment.pdf': 'Som PDF',
  'commitment.signature': 'Underskrift',
  'commitment.letter': '{name} har signert: {title} ({site}, versjon {version})',
  'commitment.letter-what':
    'En kopi ligger i vedlegget. Den trenger ikke skrives ut: den blir liggende i tjenesten.',
  'menu.unsigned': 'Hvem har ikke signert?',
  'commitment.unsigned-title': 'Ikke signert: {title}, versjon {version}',
  'commitment.unsigned-count': 'Har ikke signert',
  'commitment.unsigned-who': 'Navn',
  'commitment.unsigned-more':
    '{count, plural, one {Én til vises ikke.} other {# til vises ikke.}} IT har hele listen.',
  'commitment.unsigned-none':
    'Alle som du har ansvar for i katalogen har signert: {title}, versjon {version}.',
  'commitment.unsigned-nobody':
    'I katalogen finnes ingen av dine med e-postadresse, så det går ikke an å se hvem som har signert.',
  'commitment.unsigned-not-yours': 'Dette er for ledere og IT.',
};
