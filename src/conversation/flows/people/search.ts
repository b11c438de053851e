import type { SearchResult } from '../../../domain/people/listing.ts';
import type { Choice } from '../../messages.ts';
import { foundInWords } from '../../people/in-words.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { SURE, type Understanding } from '../../understanding/understand.ts';
import { tellMatter } from '../matters.ts';
import { putAside } from '../report/begin.ts';

/** From here on a few words, and nothing else, are a name that is looked for. */
const SURELY_A_NAME = 0.7;
/** The same of several words that may be misspelt: what is not understood otherwise is better taken for a search. */
const LIKELY_A_NAME = 0.68;
/** Characters of what was looked for, as it is said again. */
const SAID_AGAIN = 60;

/** Somebody is looked for: who it is most likely, or a question for the name. Without a directory: who knows. */
export function tellSearch(talk: Talk, text: string): void {
  if (talk.playbook.directory === null) return tellMatter(talk, 'directory');
  const { people } = talk.event.known;
  if (text !== '' && people !== undefined && people.words !== '') return tellResult(talk, people);
  // Words in the midst of a report ask for something besides; a press begins something else.
  if (text !== '' && talk.flow?.name === 'report') return tellMatter(talk, 'directory');
  askWhom(talk);
}

/** What is written while it is asked for a name. False: it is surely about something else. */
export function hearSearched(talk: Talk, text: string, { intent, confidence }: Understanding): boolean {
  const { people } = talk.event.known;
  const isOther = intent !== 'unknown' && intent !== 'directory' && confidence >= SURE;
  if (isOther && people?.found[0]?.exact !== true) {
    talk.flow = null;
    return false;
  }
  tellSearch(talk, text);
  return true;
}

/** A name, an extension or a service, and nothing else: "Anna Berg". */
export function hearName(talk: Talk): boolean {
  const { people } = talk.event.known;
  const best = people?.found[0];
  if (people === undefined || best === undefined) return false;
  const several = people.words.includes(' ');
  if (best.exact ? best.score < SURELY_A_NAME : !several || best.score < LIKELY_A_NAME) return false;
  tellResult(talk, people);
  return true;
}

function askWhom(talk: Talk): void {
  putAside(talk);
  talk.flow = { name: 'find', begun: talk.number };
  talk.tell({
    ...{ kind: 'ask', text: talk.say('people.ask'), hint: talk.say('people.hint'), picture: false },
    choices: [talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: talk.number }, 'quiet')],
  });
}

function tellResult(talk: Talk, result: SearchResult): void {
  if (talk.flow?.name === 'find') talk.flow = null;
  const typed = cut(result.words, SAID_AGAIN);
  if (result.found.length === 0) {
    talk.note('people.none', { typed });
    return tellMatter(talk, 'directory');
  }
  talk.tell({
    kind: 'call',
    lead: [],
    answer: foundInWords(talk, result, typed),
    question: null,
    choices: [again(talk)],
  });
}

function again(talk: Talk): Choice {
  return talk.offer(talk.say('people.again'), { do: 'wish', wish: 'directory', service: null });
}
