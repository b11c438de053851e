import type { News } from '../../domain/notices/ledger.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { partsFor } from '../../domain/notices/view.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { MESSAGE_LIMITS, type Message } from '../messages.ts';
import { cut } from '../plain-text/clean.ts';
import { spanInWords } from './times.ts';
import { stateOf } from './window-words.ts';
import { Wording } from './wording.ts';
import { type Audience, noticeMessage } from './words.ts';

/** Parts of a window of which an echo says how they stand. */
const MOST_PARTS = 5;

/**
 * What is said besides the message that changes: an important change in few words for its thread, or a reminder of a
 * window, posted anew.
 */
export function noticeEcho(
  playbook: Playbook,
  notice: Notice,
  audience: Audience,
  news: News,
  now: Temporal.ZonedDateTime,
): Message {
  const message = noticeMessage(playbook, notice, audience, now);
  const { title, tone, language } = message;
  if (news === 'reminder') {
    const reminder = new Wording(playbook, language, now).say('notice.reminder', { what: title });
    return { ...message, title: reminder, history: [] };
  }
  const words = new Wording(playbook, language, now);
  const told = [title, ...changeIn(notice, audience, words)];
  return {
    kind: 'say',
    language,
    tone,
    text: cut([...told, ...words.missing()].join('\n'), MESSAGE_LIMITS.text),
    choices: [],
  };
}

/** What changed last. */
function changeIn(notice: Notice, audience: Audience, words: Wording): string[] {
  const last = notice.updates.at(-1);
  // A change of times without a word has no update of its own.
  const said = last !== undefined && last.at >= notice.changedAt ? words.written(last.text) : '';
  if (notice.kind === 'maintenance') return [...partStates(notice, audience, words), ...some(said)];
  const phase = last?.phase ?? null;
  const isOver = notice.over !== null;
  return [
    ...(phase === null || isOver ? [] : [words.say(`notice.phase-${phase}`)]),
    ...(notice.long && !isOver ? [words.say('outage.long')] : []),
    ...some(said),
  ];
}

function partStates(
  window: Extract<Notice, { kind: 'maintenance' }>,
  audience: Audience,
  words: Wording,
): string[] {
  const told = partsFor(words.playbook, window, audience).flatMap((part) => {
    const state = stateOf(part, window, words);
    const what = `${spanInWords(words, part.from, part.to)}, ${words.services(part.services)}`;
    return state === null ? [] : [`${what}: ${state}`];
  });
  return told.slice(0, MOST_PARTS);
}

function some(text: string): string[] {
  return text === '' ? [] : [text];
}
