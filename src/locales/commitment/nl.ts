import type { commitment as sv } from './sv.ts';

/** Words about what everybody signs. */
export const commitment: Readonly<Record<keyof typeof sv, string>> = {
  'menu.commitment': 'Onderteken de verklaring',
  'commitment.none': 'Hier is niets te ondertekenen.',
  'commitment.version': 'Versie {version}',
  'commitment.sign': 'Ik heb het gelezen en onderteken',
  'commitment.later': 'Later',
  'commitment.later-done': 'Je vindt het in het menu als je wilt ondertekenen.',
  'commitment.ask-site': 'Waar werk je?',
  'commitment.ask-name': 'Schrijf je naam als ondertekening.',
  'commitment.hint-name': 'Voor- en achternaam',
  'commitment.signed': 'Ondertekend door {name} ({site}) {at}. Versie {version}.',
  'commitment.copy': 'De kopie',
  'commitment.copy-what': 'Om af te drukken of als PDF te bewaren',
  'commitment.keep-link': 'De link is alleen voor wie hem heeft gekregen.',
  'commitment.manager': '{name} ({site}) heeft ondertekend, {at}. Versie {version}.',
  'commitment.reminder': 'Je hebt nog niet ondertekend: {title}.',
  'commitment.page-signed': 'Ondertekend in de chat door {name}, {at}.',
  'commitment.page-workplace': 'Werkplek: {site}',
  'commitment.page-known': 'In het adresboek van de organisatie: {who}',
  'commitment.page-unknown': 'De naam is door de persoon zelf geschreven; geen adresboek bevestigt hem.',
  'commitment.pdf': 'Als pdf',
  'commitment.signature': 'Ondertekening',
  'commitment.letter': '{name} heeft ondertekend: {title} ({site}, versie {version})',
  'commitment.letter-what':
    'Een kopie zit in de bijlage. Afdrukken hoeft niet: hij blijft in de dienst bewaard.',
  'menu.unsigned': 'Wie heeft niet ondertekend?',
  'commitment.unsigned-title': 'Niet ondertekend: {title}, versie {version}',
  'commitment.unsigned-count': 'Hebben niet ondertekend',
  'commitment.unsigned-who': 'Naam',
  'commitment.unsigned-more':
    '{count, plural, one {Er staat er nog één niet bij.} other {Er staan er nog # niet bij.}} IT heeft de hele lijst.',
  'commitment.unsigned-none':
    'Iedereen voor wie je verantwoordelijk bent in de gids heeft ondertekend: {title}, versie {version}.',
  'commitment.unsigned-nobody':
    'In de gids staat niemand van jou met een mailadres, dus is niet te zien wie heeft ondertekend.',
  'commitment.unsigned-not-yours': 'Dit is voor leidinggevenden en IT.',
};
