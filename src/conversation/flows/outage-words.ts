import type { Notice } from '../../domain/notices/notice.ts';
import type { NoticeMessage } from '../messages.ts';
import { noticeMessage } from '../notices/words.ts';
import type { Talk } from '../talk.ts';

/** A notice as the speaker sees it at their unit: what concerns it. */
export function noticeFor(talk: Talk, notice: Notice): NoticeMessage {
  const sites = talk.site === null ? null : [talk.site];
  return noticeMessage(talk.playbook, notice, { language: talk.language, sites, services: null }, talk.now);
}
