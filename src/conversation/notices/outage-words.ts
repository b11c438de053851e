import { EVERYWHERE, type NoticeUpdate, type OutageNotice } from '../../domain/notices/notice.ts';
import type { Fact } from '../messages.ts';
import { historyOf, latestOf, type NoticeBody, whatOf } from './parts.ts';
import { atInWords, spanInWords } from './times.ts';
import type { Wording } from './wording.ts';

/** An outage as it stands: while it holds, or once it is over. */
export function outageBody(notice: OutageNotice, words: Wording): NoticeBody {
  const isOver = notice.over !== null;
  return {
    title: isOver ? titleOver(notice, words) : titleOf(notice, words),
    tone: isOver ? 'good' : 'warning',
    facts: [...(isOver ? factsOver(notice, words) : factsNow(notice, words))],
    latest: latestOf(notice, words),
    parts: [],
    advice: isOver ? afterwards(notice, words) : adviceNow(notice, words),
    history: historyOf(notice, words, (update) => phaseOf(update, words)),
  };
}

function titleOf(notice: OutageNotice, words: Wording): string {
  const title = words.written(notice.title);
  if (title !== '') return title;
  return notice.services.length === 0
    ? words.say('notice.outage-unknown')
    : words.say('notice.outage', { what: words.services(notice.services) });
}

/** "Working again: TES"; what has a title of its own may say there that it does not work. */
function titleOver(notice: OutageNotice, words: Wording): string {
  const isNamed = words.written(notice.title) !== '' || notice.services.length === 0;
  const what = whatOf(notice, EVERYWHERE, words);
  return words.say(isNamed ? 'notice.resolved-title' : 'notice.resolved', { what });
}

function factsNow(notice: OutageNotice, words: Wording): Fact[] {
  const { phase, since, long, nextWord } = notice;
  const last = notice.updates.at(-1)?.at;
  return [
    words.fact('notice.state', words.say(`notice.phase-${phase}`)),
    words.fact('outage.since', atInWords(words, since)),
    ...placeFacts(notice, words),
    ...(last === undefined ? [] : [words.fact('outage.latest-at', atInWords(words, last))]),
    ...(long ? [words.fact('outage.expected', words.say('outage.long'))] : []),
    ...(nextWord === null ? [] : [words.fact('notice.next-word', promised(nextWord, words))]),
  ];
}

/** A promised word that has not come is said to be late. */
function promised(at: number, words: Wording): string {
  const said = atInWords(words, at);
  return at > words.now.epochMilliseconds ? said : words.say('notice.next-word-late', { at: said });
}

function factsOver(notice: OutageNotice, words: Wording): Fact[] {
  const { since, over } = notice;
  return [
    words.fact('notice.state', words.say('notice.phase-resolved')),
    words.fact('notice.was-down', spanInWords(words, since, over ?? since)),
    ...placeFacts(notice, words),
  ];
}

/** What and where, as far as the title does not say it. */
function placeFacts({ title, services, sites }: OutageNotice, words: Wording): Fact[] {
  const isNamed = Object.keys(title).length > 0;
  return [
    ...(isNamed && services.length > 0 ? [words.fact('notice.what', words.services(services))] : []),
    ...(sites === null ? [] : [words.fact('outage.where', words.sites(sites))]),
  ];
}

/** Scenario E1: wait, and what to do meanwhile. */
function adviceNow({ wait, meanwhile, routine }: OutageNotice, words: Wording): string[] {
  const [doing, named] = [words.written(meanwhile), words.playbook.routines.get(routine ?? '')];
  return [
    words.say(wait ? 'notice.wait' : 'outage.advice'),
    ...(doing === '' ? [] : [words.say('notice.meanwhile', { text: doing })]),
    ...(named === undefined ? [] : [words.say('notice.routine', { name: words.local(named.name) })]),
  ];
}

function afterwards({ retrospect }: OutageNotice, words: Wording): string[] {
  const text = words.written(retrospect);
  return text === '' ? [] : [words.say('notice.retrospect', { text })];
}

function phaseOf({ phase }: NoticeUpdate, words: Wording): string {
  return phase === null ? '' : words.say(`notice.phase-${phase}`);
}
