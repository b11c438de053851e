import type { Notice } from '../../../domain/notices/notice.ts';
import type { PeopleNamed, ReadingKnown } from '../../event.ts';
import type { Talk } from '../../talk.ts';
import { deedChoice, tellManage } from './manage.ts';

/** Who has read a notice and who has not, by name, and that those can be reminded, once. */
export function tellReaders(talk: Talk, notice: Notice): void {
  const { reading } = talk.event.known;
  if (reading?.notice !== notice.id) return tellManage(talk, notice);
  const { unread, reminded } = reading;
  talk.tell({
    ...{ kind: 'say', tone: 'plain', text: inWords(talk, reading) },
    choices: reminded || unread.count === 0 ? [] : [deedChoice(talk, notice, 'remind', 'main')],
  });
}

function inWords(talk: Talk, { read, unread, reminded }: ReadingKnown): string {
  return [
    talk.say('author.readers-count', { read: read.count }),
    ...named(talk, read),
    '',
    talk.say('author.readers-left', { count: unread.count }),
    ...named(talk, unread),
    ...(reminded ? ['', talk.say('author.readers-were-reminded')] : []),
  ].join('\n');
}

/** A line each, and how many more there are; beyond what is counted that there are. */
function named(talk: Talk, { names, count, more }: PeopleNamed): string[] {
  const left = count - names.length;
  return [
    ...names.map((name) => `– ${name}`),
    ...(more
      ? [talk.say('author.readers-over', { count })]
      : left > 0
        ? [talk.say('author.and-more', { count: left })]
        : []),
  ];
}
