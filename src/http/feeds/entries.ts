import type { Notice, NoticeUpdate } from '../../domain/notices/notice.ts';
import { windowPhase } from '../../domain/notices/view.ts';
import type { Millis } from '../../domain/timeline/timeline.ts';
import {
  type NoticeInWords,
  noticeInWords,
  subjectOf,
  titleOf,
  type UpdateInWords,
} from '../status/in-words.ts';
import type { StatusView } from '../status/view.ts';
import { type Said, sayIn } from '../status/words.ts';
import { uuidOf } from './uuid.ts';

export const FEED_LIMITS = {
  /** Entries of a feed, newest first. */
  entries: 50,
} as const;

/** One thing that was told: a notice as it is now, or a later word about it. */
export interface FeedEntry {
  /** The same for ever. */
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly published: Millis;
  readonly updated: Millis;
  /** Lines of plain text. */
  readonly lines: readonly string[];
}

/** What a feed tells: each notice that is or was on the board, and each word about it. */
export function entriesOf(view: StatusView): readonly FeedEntry[] {
  const { outages, underWay, coming, cancelled, past, recalled } = view.board;
  const published = [...outages, ...underWay, ...coming, ...cancelled, ...past];
  return [
    ...published.flatMap((notice) => [noticeEntry(view, notice), ...updateEntries(view, notice)]),
    ...recalled.map((notice) => recalledEntry(view, notice)),
  ]
    .sort((a, b) => b.updated - a.updated || (a.id < b.id ? -1 : 1))
    .slice(0, FEED_LIMITS.entries);
}

/** What a notice says, line by line. */
export function linesOf(words: NoticeInWords): readonly string[] {
  return [
    [words.state, ...words.remarks].join(' · '),
    ...textOf(words.text),
    ...words.facts.map(({ label, value }) => `${label}: ${value}`),
    ...words.parts.map(({ when, what, where, effect, state }) =>
      [`${when}: ${what}`, where, ...textOf(effect), ...(state === null ? [] : [state])].join(' · '),
    ),
    ...words.support,
    ...textOf(words.meanwhile),
    ...(words.contact === null ? [] : [words.contact.text]),
    ...textOf(words.retrospect),
  ];
}

function noticeEntry(view: StatusView, notice: Notice): FeedEntry {
  const words = noticeInWords(view, notice);
  return {
    ...common(view, notice, 0),
    title: titleNow(view, notice),
    updated: notice.changedAt,
    lines: linesOf(words),
  };
}

function updateEntries(view: StatusView, notice: Notice): FeedEntry[] {
  const { title, updates } = noticeInWords(view, notice);
  const words = updates.toReversed();
  return notice.updates.map((update, i) => ({
    ...common(view, notice, update.number),
    title: sayIn(view, 'status.update-title', { title: title.text }),
    published: update.at,
    updated: Math.max(update.at, update.correctedAt ?? 0),
    lines: updateLines(update, words[i]),
  }));
}

function updateLines(update: NoticeUpdate, words: UpdateInWords | undefined): string[] {
  if (words === undefined) throw new TypeError(`update ${update.number} has no words`);
  return [words.phase, words.words?.text, words.corrected].filter((line) => typeof line === 'string');
}

function recalledEntry(view: StatusView, notice: Notice): FeedEntry {
  return {
    ...common(view, notice, 0),
    title: sayIn(view, 'notice.recalled', { what: subjectOf(view, notice).text }),
    updated: notice.changedAt,
    lines: [sayIn(view, 'notice.recalled-advice')],
  };
}

/** @param update its number; 0: the notice itself */
function common({ playbook, language, site, links }: StatusView, notice: Notice, update: number) {
  const { organisation, id, publishedAt, createdAt } = notice;
  const translated = language === playbook.languages[0] ? [] : [language];
  return {
    id: `urn:uuid:${uuidOf(organisation, id, update, ...translated)}`,
    address: `${links.page(site, language)}#${id}`,
    published: publishedAt ?? createdAt,
  };
}

/** The title says if there is nothing to prepare for any more: many readers show nothing else. */
function titleNow(view: StatusView, notice: Notice): string {
  const what = subjectOf(view, notice).text;
  if (notice.kind === 'outage')
    return notice.over === null ? titleOf(view, notice).text : sayIn(view, 'notice.resolved', { what });
  const phase = windowPhase(notice, view.now.epochMilliseconds);
  return phase === 'cancelled' || phase === 'finished'
    ? sayIn(view, `notice.title-${phase}`, { what })
    : titleOf(view, notice).text;
}

function textOf(words: Said | null): string[] {
  return words === null ? [] : words.text.split('\n').filter((line) => line.trim() !== '');
}
