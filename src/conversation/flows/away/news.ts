import { isUnderWay } from '../../../domain/absence/book.ts';
import type { AwayEntry } from '../../../domain/absence/entry.ts';
import type { AwayNews } from '../../effects.ts';
import type { Talk } from '../../talk.ts';
import { againInWords, nameOf } from './card.ts';
import { bookOf, want } from './keep.ts';
import { whatInWords } from './on-call-what.ts';
import { nextTimes, timesAhead } from './series.ts';
import { timesInWords } from './times.ts';

/** To those whom the playbook names. Why somebody is away is there only if they may see it. */
export function tellAwayNews(talk: Talk, id: string, news: AwayNews): void {
  const { entries, agreed } = bookOf(talk);
  const agreement = agreed.find((each) => each.id === id);
  if (agreement !== undefined) {
    const role = talk.playbook.contacts.get(agreement.contact)?.role ?? {};
    const when = timesInWords(talk, agreement.start, agreement.end);
    const key = news === 'not-on-call' ? 'away.news-not-on-call' : 'away.news-on-call';
    const lines = [talk.say(key, { who: talk.local(role), when }), ...whatInWords(talk, agreement)];
    return talk.tell({ kind: 'say', text: lines.join('\n'), tone: 'plain' });
  }
  const entry = entries.find((each) => each.id === id);
  if (entry === undefined) return;
  const who = nameOf(talk, entry);
  if (news === 'ended') return talk.note('away.news-ended', { who }, 'good');
  const { start, end, reason, calls, errands, emergency } = entry;
  const lines = [
    talk.say(entry.about.kind === 'unit' ? 'away.news-unit' : 'away.news', {
      who,
      when: timesInWords(talk, start, end),
    }),
    ...againInWords(talk, entry).map((again) => `${talk.say('away.times')}: ${again}`),
    ...(reason === null ? [] : [`${talk.say('away.reason')}: ${talk.say(`away.reason-${reason}`)}`]),
    ...(calls === null ? [] : [`${talk.say('away.calls')}: ${roleOf(talk, calls.contact) ?? calls.words}`]),
    ...(errands === null
      ? []
      : [`${talk.say('away.errands')}: ${roleOf(talk, errands.contact) ?? errands.words}`]),
    `${talk.say('away.emergency')}: ${emergency ?? talk.say('away.not-reached')}`,
  ];
  talk.tell({ kind: 'say', text: lines.join('\n'), tone: 'plain' });
}

/**
 * At its end: "are you back?" Nothing where it ended before, or was made longer. Of what comes again the next time is asked
 * about in its turn, and as many times as ever are known ahead.
 */
export function remindOfEnd(talk: Talk, id: string): void {
  const now = talk.now.epochMilliseconds;
  const entry = bookOf(talk).entries.find((each) => each.id === id);
  if (entry === undefined || entry.end > now || isUnderWay(entry, now)) return;
  const { series } = entry;
  if (series !== null) goOn(talk, entry);
  const press = { do: 'away', entry: id, value: '' } as const;
  talk.tell({
    ...{ kind: 'ask', hint: null, picture: false },
    text: talk.say('away.ask-back', { who: nameOf(talk, entry) }),
    choices: [
      talk.offer(talk.say('away.longer'), { ...press, deed: 'longer' }),
      ...(timesAhead(talk, series).length === 0
        ? []
        : [talk.offer(talk.say('away.end-all'), { ...press, deed: 'end-all' }, 'quiet')]),
    ],
  });
}

/** Nobody is told of each time anew. */
function goOn(talk: Talk, entry: AwayEntry): void {
  const more = nextTimes(talk, entry.series);
  want(talk, more.length > 0 ? more : [entry], null);
}

function roleOf(talk: Talk, contact: string | null): string | null {
  const role = talk.playbook.contacts.get(contact ?? '')?.role;
  return role === undefined ? null : talk.local(role);
}
