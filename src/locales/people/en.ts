import type { people as sv } from './sv.ts';

/** Words of the directory of people. */
export const people: Readonly<Record<keyof typeof sv, string>> = {
  'people.ask': 'Who are you looking for?',
  'people.hint': 'Write a name, a unit, a role, an extension, or what it is about.',
  'people.title': 'The directory:',
  'people.found': '{count, plural, one {One match} other {# matches, the likeliest first}}',
  'people.reach': 'Call or write',
  'people.more':
    '{count, plural, one {One more fits as well} other {# more fit as well}}. Write more, for example the unit.',
  'people.services': 'Responsible for: {services}',
  'people.hours': 'Answers: {hours}',
  'people.private': '{name}, private',
  'people.stands-in': '{name} (takes calls for {for})',
  'people.may-be-old': 'Is something wrong? Tell the switchboard.',
  'people.none': 'I find nobody who fits “{typed}”.',
  'people.again': 'Search again',
};
