import type { people as sv } from './sv.ts';

/** Words of the directory of people. */
export const people: Readonly<Record<keyof typeof sv, string>> = {
  'people.ask': 'Hvem leter du etter?',
  'people.hint': 'Skriv et navn, en enhet, en rolle, et internnummer eller hva det gjelder.',
  'people.title': 'Telefonkatalogen:',
  'people.found': '{count, plural, one {Ett treff} other {# treff, det mest sannsynlige først}}',
  'people.reach': 'Ring eller skriv',
  'people.more':
    '{count, plural, one {En til passer like godt} other {# til passer like godt}}. Skriv mer, for eksempel enheten.',
  'people.services': 'Har ansvar for: {services}',
  'people.hours': 'Telefontid: {hours}',
  'people.private': '{name}, privat',
  'people.stands-in': '{name} (tar samtalene for {for})',
  'people.may-be-old': 'Er noe feil? Si fra til sentralbordet.',
  'people.none': 'Jeg finner ingen som passer på «{typed}».',
  'people.again': 'Søk igjen',
};
