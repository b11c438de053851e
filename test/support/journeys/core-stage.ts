import { plainText } from '../../../src/conversation/plain-text/plain-text.ts';
import { choicesOf, type Person, Town } from '../conversation.ts';
import { shipped } from '../playbooks.ts';
import { shownFields } from './fields.ts';
import type { Actor, Heard, Stage, StageMaker } from './stage.ts';

/** Straight through the pure core. */
export const coreStage: StageMaker = {
  name: 'the core',
  isAvailable: () => true,
  async open({ organisation, at, notices }) {
    const town = new Town(shipped(organisation), at);
    for (const notice of notices) town.notices.set(notice.id, notice);
    const people = new Map<string, Person>();
    const read = new Map<Person, number>();
    const personOf = ({ user, desk = false, ...about }: Actor): Person => {
      const person = desk ? town.desk : (people.get(user) ?? town.person(user, about));
      people.set(user, person);
      return person;
    };
    const shown = (replies: Person['replies']): Heard[] =>
      replies.map(({ message }) => ({
        text: plainText(message),
        labels: choicesOf(message).map(({ label }) => label),
      }));
    /** The answer, with what came by itself because of it. */
    const heard = (person: Person, before: number): Heard[] => {
      read.set(person, person.transcript.length);
      return shown(person.transcript.slice(before));
    };
    const stage: Stage = {
      async say(actor, text) {
        const person = personOf(actor);
        const before = person.transcript.length;
        person.say(text);
        return heard(person, before);
      },
      async press(actor, label) {
        const person = personOf(actor);
        const before = person.transcript.length;
        person.press(label);
        return heard(person, before);
      },
      async fill(actor, label, fields) {
        const person = personOf(actor);
        const before = person.transcript.length;
        person.pressId(person.choice(label).id, shownFields(person.transcript, fields));
        return heard(person, before);
      },
      // It has neither pings nor orders: those are of the core as it runs.
      pressForwarded: async () => Promise.reject(new Error('nothing can be forwarded here')),
      solveInTopdesk: async () => undefined,
      async wait(actor, duration) {
        const person = personOf(actor);
        const before = person.transcript.length;
        person.wait(duration);
        return heard(person, before);
      },
      waitFor: (actor, duration) => stage.wait(actor, duration),
      async look(actor) {
        const person = personOf(actor);
        const since = person.transcript.slice(read.get(person) ?? 0);
        read.set(person, person.transcript.length);
        return shown(since);
      },
      close: async () => undefined,
    };
    return stage;
  },
};
