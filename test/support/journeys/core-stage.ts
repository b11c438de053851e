import { plainText } from '../../../src/conversation/plain-text/plain-text.ts';
import { choicesOf, type Person, Town } from '../conversation.ts';
import { shipped } from '../playbooks.ts';
import type { Actor, Heard, Stage, StageMaker } from './stage.ts';

/** Straight through the pure core. */
export const coreStage: StageMaker = {
  name: 'the core',
  isAvailable: () => true,
  async open(organisation, at) {
    const town = new Town(shipped(organisation), at);
    const people = new Map<string, Person>();
    const personOf = ({ user, desk = false, ...about }: Actor): Person => {
      const person = desk ? town.desk : (people.get(user) ?? town.person(user, about));
      people.set(user, person);
      return person;
    };
    const heard = (person: Person): Heard[] =>
      person.replies.map(({ message }) => ({
        text: plainText(message),
        labels: choicesOf(message).map(({ label }) => label),
      }));
    const stage: Stage = {
      async say(actor, text) {
        const person = personOf(actor);
        person.say(text);
        return heard(person);
      },
      async press(actor, label) {
        const person = personOf(actor);
        person.press(label);
        return heard(person);
      },
      async wait(actor, duration) {
        const person = personOf(actor);
        person.wait(duration);
        return heard(person);
      },
      close: async () => undefined,
    };
    return stage;
  },
};
