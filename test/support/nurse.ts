import type { Person, Town } from './conversation.ts';

/** Somebody of Porsanger's health and care. */
export function nurseIn(town: Town, user: string): Person {
  return town.person(user, { site: 'helse-omsorg' });
}

/** Reports something critical, which nobody has received yet. */
export function criticalBy(person: Person): Person {
  person.say('Pasientjournalen er nede, hele avdelingen står');
  person.press('Full stans');
  return person;
}
