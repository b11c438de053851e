import type { Message } from '../../conversation/messages.ts';
import { noticeEcho } from '../../conversation/notices/echo.ts';
import { type Audience, noticeMessage } from '../../conversation/notices/words.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';

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

/** As the conversation says it. */
export const spokenWords: NoticeWords = { message: noticeMessage, echo: noticeEcho };
