import type { mail as en } from './en.ts';

export const mail: Readonly<Record<keyof typeof en, string>> = {
  'mail.confirm-title': 'Bevestig dat u mail over storingen wilt',
  'mail.confirm':
    'Iemand, waarschijnlijk u, heeft om mail gevraagd over storingen en gepland onderhoud bij {name}. Open dit adres binnen 48 uur om het te bevestigen:\n\n{link}\n\nWas u het niet, dan hoeft u niets te doen: u krijgt dan geen mail meer.',
  'mail.already':
    'U krijgt al mail over storingen en gepland onderhoud bij {name}. Wilt u iets anders ontvangen, stop de mail dan eerst met de link hieronder en meld u opnieuw aan.',
  'mail.confirmed': 'Vanaf nu krijgt u mail over storingen en gepland onderhoud bij {name}.',
  'mail.footer': 'Geen mail meer over {name}',
  'subscribe.title': 'Mail over storingen en gepland onderhoud',
  'subscribe.text': 'U krijgt een mail als iets niet werkt, als het weer werkt, en vóór gepland onderhoud.',
  'subscribe.address': 'Uw mailadres',
  'subscribe.kinds': 'Waarover',
  'subscribe.both': 'Storingen en gepland onderhoud',
  'subscribe.outage': 'Alleen storingen',
  'subscribe.maintenance': 'Alleen gepland onderhoud',
  'subscribe.site': 'Waar',
  'subscribe.service': 'Welk systeem',
  'subscribe.all': 'Alle',
  'subscribe.language': 'Taal',
  'subscribe.send': 'Aanmelden',
  'subscribe.sent':
    'Als {address} klopt, is er een mail naar u onderweg. Open de link daarin binnen 48 uur. Pas dan geldt het.',
  'subscribe.bad-address': 'Dat is geen mailadres. Schrijf het als naam@example.org.',
  'subscribe.too-often': 'Dat was te vaak vanaf hier. Probeer het over een uur opnieuw.',
  'subscribe.ask-confirm': 'Mag mail over storingen en gepland onderhoud naar dit adres?',
  'subscribe.confirm': 'Ja, stuur die maar',
  'subscribe.done': 'Klaar: vanaf nu krijgt u de mail.',
  'subscribe.late': 'Die link is te oud. Meld u opnieuw aan voor een nieuwe.',
  'subscribe.bad-link': 'Die link is niet heel. Open hem zoals hij in de mail staat.',
  'subscribe.ask-end': 'Moet de mail over {name} stoppen?',
  'subscribe.end': 'Ja, stop ermee',
  'subscribe.ended': 'Klaar: u krijgt geen mail meer.',
  'subscribe.back': 'Naar de actuele status',
};
