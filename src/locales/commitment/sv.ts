/** Words about what everybody signs. */
export const commitment = {
  'menu.commitment': 'Skriv under förbindelsen',
  'commitment.none': 'Här finns inget att skriva under.',
  'commitment.version': 'Version {version}',
  'commitment.sign': 'Jag har läst och skriver under',
  'commitment.later': 'Senare',
  'commitment.later-done': 'Den finns i menyn när du vill skriva under.',
  'commitment.ask-site': 'Var arbetar du?',
  'commitment.ask-name': 'Skriv ditt namn som underskrift.',
  'commitment.hint-name': 'För- och efternamn',
  'commitment.signed': 'Underskrivet av {name} ({site}) {at}. Version {version}.',
  'commitment.copy': 'Kopian',
  'commitment.copy-what': 'Att skriva ut eller spara som PDF',
  'commitment.keep-link': 'Länken är bara för den som har fått den.',
  'commitment.manager': '{name} ({site}) skrev under {at}. Version {version}.',
  'commitment.reminder': 'Du har inte skrivit under än: {title}.',
  'commitment.page-signed': 'Underskrivet i chatten av {name} {at}.',
  'commitment.page-workplace': 'Arbetsplats: {site}',
  'commitment.page-known': 'I organisationens adressbok: {who}',
  'commitment.page-unknown': 'Namnet är skrivet av personen själv; ingen adressbok bekräftar det.',
  'commitment.pdf': 'Som PDF',
  'commitment.signature': 'Underskrift',
  'commitment.letter': '{name} har skrivit under: {title} ({site}, version {version})',
  'commitment.letter-what':
    'En kopia finns i bilagan. Den behöver inte skrivas ut: den finns kvar i tjänsten.',
  'menu.unsigned': 'Vem har inte skrivit under?',
  'commitment.unsigned-title': 'Inte underskrivet: {title}, version {version}',
  'commitment.unsigned-count': 'Har inte skrivit under',
  'commitment.unsigned-who': 'Namn',
  'commitment.unsigned-more':
    '{count, plural, one {En till visas inte.} other {# till visas inte.}} IT har hela listan.',
  'commitment.unsigned-none':
    'Alla som du ansvarar för i katalogen har skrivit under: {title}, version {version}.',
  'commitment.unsigned-nobody':
    'I katalogen finns ingen av dina med mejladress, så det går inte att se vem som har skrivit under.',
  'commitment.unsigned-not-yours': 'Det här är för chefer och IT.',
} as const;
