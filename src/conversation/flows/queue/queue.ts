import { heldBy } from '../../../domain/people/holders.ts';
import {
  BOARD_FILTERS,
  BOARD_LIMITS,
  type BoardFilter,
  type BoardViewer,
  boardOf,
} from '../../../domain/reports/board/board.ts';
import { type BoardEntry, boardEntry } from '../../../domain/reports/board/entry.ts';
import { type BoardReader, entryInWords, filterInWords, historyInWords } from '../../board/in-words.ts';
import type { Choice } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { caseChoices } from '../judging/choices.ts';
import { mayJudge } from '../judging/may.ts';
import { boardKnown } from './known.ts';
import { tellBoardLink } from './link.ts';
import { queueWish } from './wished.ts';

/** "My queue", "board". Of somebody without a duty only what can mean nothing else is answered with a no. */
export function hearQueue(talk: Talk, text: string): boolean {
  const wished = queueWish(text);
  const known = talk.event.known.board;
  if (wished === null || (known === undefined && !wished.certain)) return false;
  if (wished.wish === 'board') tellBoardLink(talk);
  else tellQueue(talk, null);
  return true;
}

/** Ways to it, for those who have a duty. */
export function queueChoices(talk: Talk): Choice[] {
  const known = talk.event.known.board;
  if (known === undefined || talk.event.room !== undefined) return [];
  return [
    talk.offer(talk.say('menu.queue'), { do: 'queue', filter: null }),
    ...(known.signIn === null ? [] : [talk.offer(talk.say('menu.board'), { do: 'board-link' })]),
  ];
}

/** @param wanted null: what waits for them, or everything that is open where nothing does */
export function tellQueue(talk: Talk, wanted: BoardFilter | null): boolean {
  const known = boardKnown(talk);
  if (known === null) return true;
  const viewer = viewerOf(talk);
  const most = BOARD_LIMITS.chat;
  const mine = boardOf(talk.playbook, known, viewer, wanted ?? 'mine', most);
  const board =
    wanted === null && mine.entries.length === 0 ? boardOf(talk.playbook, known, viewer, 'open', most) : mine;
  const { filter, counts } = board;
  const items = board.entries.map((entry) => itemOf(talk, entry));
  const left = counts[filter] - items.length;
  const nameOf = (each: BoardFilter): string => filterInWords(talk.playbook, talk.language, each);
  const others = BOARD_FILTERS.filter((each) => each !== filter && counts[each] > 0);
  talk.tell({
    kind: 'reports',
    title: talk.say('queue.title', { filter: nameOf(filter), count: counts[filter] }),
    items: items.map(({ label: _label, ...item }) => item),
    note:
      items.length === 0 ? talk.say('queue.none') : left > 0 ? talk.say('board.more', { count: left }) : null,
    choices: [
      ...items.map(({ choice, label }) => ({ id: choice, label, style: 'plain' as const })),
      ...others.map((each) =>
        talk.offer(`${nameOf(each)} (${counts[each]})`, { do: 'queue', filter: each }, 'quiet'),
      ),
      ...(known.signIn === null ? [] : [talk.offer(talk.say('menu.board'), { do: 'board-link' }, 'quiet')]),
    ],
  });
  return true;
}

/** One report of the queue, with all that happened to it. */
export function tellQueued(talk: Talk, id: string): boolean {
  const known = boardKnown(talk);
  if (known === null) return true;
  const report = known.reports.find((each) => each.id === id);
  if (report === undefined) {
    talk.note('queue.gone', {}, 'warning');
    return true;
  }
  const reader = readerOf(talk);
  const words = entryInWords(reader, boardEntry(talk.playbook, report, known));
  const fact = (label: string, value: string | null) =>
    value === null || value === '' ? [] : [{ label, value }];
  const { by } = report;
  const reporter =
    by === null ? null : [by.name, by.phone ?? by.email].filter((part) => part !== null).join(', ');
  talk.tell({
    kind: 'receipt',
    title: words.title,
    reference: report.id,
    state: words.state,
    tone: words.isOver ? 'plain' : report.state === 'open' ? 'warning' : 'good',
    facts: [
      ...fact(talk.say('fact.class'), words.class),
      ...fact(talk.say('board.has'), words.has),
      ...fact(talk.say('board.next'), words.next),
      ...fact(talk.say('fact.service'), words.service),
      ...fact(talk.say('fact.where'), words.site),
      ...fact(talk.say('fact.what'), report.what),
      ...fact(talk.say('fact.reporter'), reporter),
      ...fact(talk.say('fact.contact-back'), report.contactBack),
      ...fact(talk.say('fact.reported'), `${words.reported} (${words.age})`),
    ],
    pictures: report.pictures,
    history: historyInWords(reader, report),
    notes: [],
    choices: [
      ...(mayJudge(talk) && report.life !== undefined ? caseChoices(talk, report) : []),
      talk.offer(talk.say('menu.queue'), { do: 'queue', filter: null }, 'quiet'),
    ],
  });
  return true;
}

function itemOf(talk: Talk, entry: BoardEntry) {
  const words = entryInWords(readerOf(talk), entry);
  const { id, label } = talk.offer(words.title, { do: 'queue-open', report: words.reference });
  const state = words.isCritical ? `${words.class} · ${words.state}` : words.state;
  const when = talk.say('queue.item-when', { age: words.age, has: words.has });
  return { reference: words.reference, title: words.title, state, when, choice: id, label };
}

function readerOf({ playbook, language, now }: Talk): BoardReader {
  return { playbook, language, now };
}

function viewerOf({ event, playbook }: Talk): BoardViewer {
  return { user: event.from.user, contacts: heldBy(playbook, event.from, event.known.identity) };
}
