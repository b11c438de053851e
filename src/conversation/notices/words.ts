import type { Notice, Place } from '../../domain/notices/notice.ts';
import { isOpen } from '../../domain/notices/view.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { type Choice, type Fact, MESSAGE_LIMITS, type NoticeMessage } from '../messages.ts';
import { cut } from '../plain-text/clean.ts';
import { outageBody } from './outage-words.ts';
import { startOf, whatOf } from './parts.ts';
import { type StandingDeed, standingId } from './standing.ts';
import { atInWords, shortAt } from './times.ts';
import { windowBody } from './window-words.ts';
import { Wording } from './wording.ts';

/** Who reads a notice: what concerns them of it, and in which language. */
export interface Audience extends Place {
  readonly language: Language;
}

/**
 * A notice as an audience sees it now, with what anybody may do. The same for a channel, a preview and an answer. Times
 * are the organisation's.
 */
export function noticeMessage(
  playbook: Playbook,
  notice: Notice,
  audience: Audience,
  now: Temporal.ZonedDateTime,
): NoticeMessage {
  const words = new Wording(playbook, audience.language, now);
  const spoken = { kind: 'notice', language: audience.language } as const;
  if (notice.publication === 'recalled') return { ...spoken, ...recalled(notice, audience, words) };
  const body = notice.kind === 'outage' ? outageBody(notice, words) : windowBody(notice, audience, words);
  return {
    ...spoken,
    ...body,
    facts: [...body.facts, ...senderOf(notice, words)],
    history: body.history.slice(-MESSAGE_LIMITS.rows),
    marks: [...correction(notice, words), ...words.missing()],
    choices: choicesOf(notice, words),
  };
}

/** Whether an audience reads some of a notice's words in another language, because they are missing in its own. */
export function lacksWords(
  playbook: Playbook,
  notice: Notice,
  audience: Audience,
  now: Temporal.ZonedDateTime,
): boolean {
  const words = new Wording(playbook, audience.language, now);
  if (notice.kind === 'outage') outageBody(notice, words);
  else windowBody(notice, audience, words);
  return words.missing().length > 0;
}

/** It was an error. Nothing of what it said holds, so none of it is said again. */
function recalled(notice: Notice, place: Place, words: Wording): Omit<NoticeMessage, 'kind' | 'language'> {
  return {
    title: words.say('notice.recalled', { what: whatOf(notice, place, words) }),
    tone: 'plain',
    marks: [words.say('notice.recalled-at', { at: atInWords(words, notice.changedAt) })],
    ...{ facts: [], latest: null, parts: [], history: [], choices: [] },
    advice: [words.say('notice.recalled-advice')],
  };
}

/** Whose it is, if a department wrote it that serves several organisations. */
function senderOf({ origin }: Notice, words: Wording): Fact[] {
  return origin === undefined ? [] : [words.fact('notice.from', origin.name)];
}

/** That its own words, or its newest ones, were put right. */
function correction(notice: Notice, words: Wording): string[] {
  const latest = notice.updates.findLast(({ text }) => words.written(text) !== '');
  const at = Math.max(notice.correctedAt ?? 0, latest?.correctedAt ?? 0);
  return at === 0 ? [] : [words.say('notice.corrected', { at: shortAt(words, at, startOf(notice)) })];
}

function choicesOf(notice: Notice, words: Wording): Choice[] {
  const { id, asksRead, routine, publication } = notice;
  const holds = publication === 'published' && isOpen(notice, words.now.epochMilliseconds);
  const long = notice.kind === 'outage' && notice.long && words.playbook.routines.size > 0;
  const offered: readonly (readonly [StandingDeed, boolean, Choice['style']])[] = [
    ['read', asksRead, 'main'],
    ['me-too', holds && notice.kind === 'outage', asksRead ? 'plain' : 'main'],
    ['routine', holds && (long || words.playbook.routines.has(routine ?? '')), 'plain'],
    ['unsubscribe', true, 'quiet'],
  ];
  return offered
    .filter(([, isOffered]) => isOffered)
    .map(([deed, , style]) => ({
      id: standingId(id, deed),
      label: cut(words.say(`notice.do-${deed}`), MESSAGE_LIMITS.label),
      style,
    }));
}
