/** Words of the directory of people. */
export const people = {
  'people.ask': 'Vem söker du?',
  'people.hint': 'Skriv ett namn, en enhet, en roll, en anknytning eller vad det gäller.',
  'people.title': 'Telefonkatalogen:',
  'people.found': '{count, plural, one {En träff} other {# träffar, den troligaste först}}',
  'people.reach': 'Ring eller skriv',
  'people.more':
    '{count, plural, one {En till passar lika bra} other {# till passar lika bra}}. Skriv mer, till exempel enheten.',
  'people.services': 'Ansvarar för: {services}',
  'people.hours': 'Telefontid: {hours}',
  'people.private': '{name}, privat',
  'people.stands-in': '{name} (tar samtalen för {for})',
  'people.may-be-old': 'Stämmer något inte? Säg till växeln.',
  'people.none': 'Jag hittar ingen som passar på ”{typed}”.',
  'people.again': 'Sök igen',
} as const;
