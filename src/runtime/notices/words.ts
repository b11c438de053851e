import type { Message } from '../../conversation/messages.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { inLanguage } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Audience } from './delivery.ts';

/** Makes messages of a notice for an audience; `now` is by the notice's clock, in the organisation's zone. */
export interface NoticeWords {
  /** The message that changes in place. */
  message(playbook: Playbook, notice: Notice, audience: Audience, now: Temporal.ZonedDateTime): Message;
  /** What is said besides it: an important change for its thread, or a reminder. */
  echo(
    playbook: Playbook,
    notice: Notice,
    audience: Audience,
    news: 'important' | 'reminder',
    now: Temporal.ZonedDateTime,
  ): Message;
}

/** A notice in its author's own words and no others. */
export const authorsWords: NoticeWords = {
  message: (playbook, notice, audience) => said(playbook, notice, audience),
  echo: (playbook, notice, audience) => said(playbook, notice, audience),
};

function said({ languages }: Playbook, notice: Notice, { language }: Audience): Message {
  const latest = notice.updates.at(-1)?.text ?? {};
  const texts = [notice.title, notice.text, latest].map((text) => inLanguage(text, language, languages));
  const text = texts.filter((each) => each !== '').join('\n');
  return { kind: 'say', language, choices: [], tone: 'warning', text };
}
