import type { mail as en } from './en.ts';

export const mail: Readonly<Record<keyof typeof en, string>> = {
  'mail.confirm-title': 'Bekräfta att du vill ha mejl om driftstörningar',
  'mail.confirm':
    'Någon, troligen du, har bett om mejl om driftstörningar och planerat arbete hos {name}. Öppna den här adressen inom 48 timmar för att bekräfta det:\n\n{link}\n\nVar det inte du behöver du inte göra något: då får du inga fler mejl.',
  'mail.already':
    'Du får redan mejl om driftstörningar och planerat arbete hos {name}. Vill du ändra vad du får avslutar du först med länken här nedanför och anmäler dig sedan igen.',
  'mail.confirmed': 'Från och med nu får du mejl om driftstörningar och planerat arbete hos {name}.',
  'mail.footer': 'Avsluta mejlen om {name}',
  'subscribe.title': 'Mejl om driftstörningar och planerat arbete',
  'subscribe.text': 'Du får ett mejl när något ligger nere, när det fungerar igen och före planerat arbete.',
  'subscribe.address': 'Din mejladress',
  'subscribe.kinds': 'Om vad',
  'subscribe.both': 'Driftstörningar och planerat arbete',
  'subscribe.outage': 'Bara driftstörningar',
  'subscribe.maintenance': 'Bara planerat arbete',
  'subscribe.site': 'Var',
  'subscribe.service': 'Vilket system',
  'subscribe.all': 'Alla',
  'subscribe.language': 'Språk',
  'subscribe.send': 'Prenumerera',
  'subscribe.sent':
    'Om {address} stämmer är ett mejl på väg dit. Öppna länken i det inom 48 timmar. Först då gäller det.',
  'subscribe.bad-address': 'Det är ingen mejladress. Skriv den som namn@example.org.',
  'subscribe.too-often': 'Det blev för många försök härifrån. Försök igen om en timme.',
  'subscribe.ask-confirm': 'Ska mejl om driftstörningar och planerat arbete gå till den här adressen?',
  'subscribe.confirm': 'Ja, skicka dem',
  'subscribe.done': 'Klart: från och med nu får du mejlen.',
  'subscribe.late': 'Länken är för gammal. Anmäl dig igen så får du en ny.',
  'subscribe.bad-link': 'Länken är inte hel. Öppna den så som den står i mejlet.',
  'subscribe.ask-end': 'Ska mejlen om {name} sluta komma?',
  'subscribe.end': 'Ja, avsluta dem',
  'subscribe.ended': 'Klart: du får inga fler mejl.',
  'subscribe.back': 'Till driftläget just nu',
};
