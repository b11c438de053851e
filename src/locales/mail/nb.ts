import type { mail as en } from './en.ts';

export const mail: Readonly<Record<keyof typeof en, string>> = {
  'mail.confirm-title': 'Bekreft at du vil ha e-post om driftsforstyrrelser',
  'mail.confirm':
    'Noen, trolig du, har bedt om e-post om driftsforstyrrelser og planlagt arbeid hos {name}. Åpne denne adressen innen 48 timer for å bekrefte det:\n\n{link}\n\nVar det ikke deg, trenger du ikke gjøre noe: da får du ikke mer e-post.',
  'mail.already':
    'Du får allerede e-post om driftsforstyrrelser og planlagt arbeid hos {name}. Vil du endre hva du får, avslutter du først med lenken nedenfor og melder deg på igjen.',
  'mail.confirmed': 'Fra nå av får du e-post om driftsforstyrrelser og planlagt arbeid hos {name}.',
  'mail.footer': 'Avslutt e-posten om {name}',
  'subscribe.title': 'E-post om driftsforstyrrelser og planlagt arbeid',
  'subscribe.text': 'Du får e-post når noe er nede, når det virker igjen, og før planlagt arbeid.',
  'subscribe.address': 'Din e-postadresse',
  'subscribe.kinds': 'Om hva',
  'subscribe.both': 'Driftsforstyrrelser og planlagt arbeid',
  'subscribe.outage': 'Bare driftsforstyrrelser',
  'subscribe.maintenance': 'Bare planlagt arbeid',
  'subscribe.site': 'Hvor',
  'subscribe.service': 'Hvilket system',
  'subscribe.all': 'Alle',
  'subscribe.language': 'Språk',
  'subscribe.send': 'Abonner',
  'subscribe.sent':
    'Hvis {address} stemmer, er en e-post på vei dit. Åpne lenken i den innen 48 timer. Først da gjelder det.',
  'subscribe.bad-address': 'Det er ingen e-postadresse. Skriv den som navn@example.org.',
  'subscribe.too-often': 'Det ble for mange forsøk herfra. Prøv igjen om en time.',
  'subscribe.ask-confirm': 'Skal e-post om driftsforstyrrelser og planlagt arbeid gå til denne adressen?',
  'subscribe.confirm': 'Ja, send den',
  'subscribe.done': 'Ferdig: fra nå av får du e-posten.',
  'subscribe.late': 'Lenken er for gammel. Meld deg på igjen, så får du en ny.',
  'subscribe.bad-link': 'Lenken er ikke hel. Åpne den slik den står i e-posten.',
  'subscribe.ask-end': 'Skal e-posten om {name} slutte å komme?',
  'subscribe.end': 'Ja, avslutt den',
  'subscribe.ended': 'Ferdig: du får ikke mer e-post.',
  'subscribe.back': 'Til driftsstatus nå',
};
