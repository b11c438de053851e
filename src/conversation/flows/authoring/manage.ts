import {
  EVERYWHERE,
  type MaintenanceWindow,
  type Notice,
  type OutageNotice,
} from '../../../domain/notices/notice.ts';
import { endOf, isOpen } from '../../../domain/notices/view.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import type { NoticeDeed } from '../../actions.ts';
import type { Choice, Fact } from '../../messages.ts';
import { noticeMessage } from '../../notices/words.ts';
import type { Talk } from '../../talk.ts';

/** A notice as its author sees it, with all that can be done with it. */
export function tellManage(talk: Talk, notice: Notice): void {
  const audience = { language: talk.language, ...EVERYWHERE };
  const waits = notice.publication === 'to-confirm';
  const shown: Notice = waits ? { ...notice, publication: 'published' } : notice;
  const message = noticeMessage(talk.playbook, shown, audience, talk.now);
  talk.tell({
    ...message,
    marks: [
      ...(waits ? [talk.say('author.waits', { author: notice.author.name ?? '–' })] : []),
      ...message.marks,
    ],
    facts: [...message.facts, ...countsOf(talk, notice)],
    choices: choicesFor(talk, notice),
  });
}

/** How many said "me too", and how many have read it. */
export function countsOf(talk: Talk, { id, kind, asksRead }: Notice): Fact[] {
  const { hits, readers } = talk.event.known;
  return [
    { label: talk.say('author.reference'), value: id },
    ...(kind === 'outage' ? [{ label: talk.say('desk.hits'), value: String(hits[id] ?? 0) }] : []),
    ...(asksRead ? [{ label: talk.say('author.readers'), value: String(readers[id] ?? 0) }] : []),
  ];
}

export function deedChoice(
  talk: Talk,
  { id }: Pick<Notice, 'id'>,
  deed: NoticeDeed,
  style: Choice['style'] = 'plain',
  update: number | null = null,
  label: TextKey = `author.do-${deed}`,
): Choice {
  return talk.offer(talk.say(label), { do: 'notice', notice: id, deed, update }, style);
}

function choicesFor(talk: Talk, notice: Notice): Choice[] {
  const choice = (deed: NoticeDeed, style: Choice['style'] = 'plain') =>
    deedChoice(talk, notice, deed, style);
  if (notice.publication === 'to-confirm') return [choice('confirm', 'main'), choice('discard')];
  // Only the department that wrote it can change it.
  if (notice.publication !== 'published' || notice.origin !== undefined) return [];
  const own = notice.kind === 'outage' ? deedsOfOutage(talk, notice) : deedsOfWindow(talk, notice);
  const [first, ...others] = own;
  return [
    ...(first === undefined ? [] : [choice(first, 'main')]),
    ...others.map((deed) => choice(deed)),
    choice('correct'),
    ...(notice.asksRead && isOpen(notice, talk.now.epochMilliseconds) ? [choice('readers')] : []),
    choice('recall', 'quiet'),
  ];
}

function deedsOfOutage(talk: Talk, notice: OutageNotice): NoticeDeed[] {
  if (!isOpen(notice, talk.now.epochMilliseconds)) return ['retrospect'];
  return ['update', 'over', 'resolve', ...(notice.long ? [] : (['long'] as const))];
}

function deedsOfWindow(talk: Talk, notice: MaintenanceWindow): NoticeDeed[] {
  const now = talk.now.epochMilliseconds;
  if (!isOpen(notice, now)) return [];
  const hasBegun = notice.parts.some((part) => part.from <= now && now < endOf(part));
  return hasBegun ? ['finish', 'extend', 'update', 'cancel'] : ['update', 'extend', 'cancel', 'finish'];
}
