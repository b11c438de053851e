import type { Message } from '../../conversation/messages.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { inLanguage } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Audience } from './delivery.ts';

/** Makes the message of a notice for an audience, by the notice's clock in the organisation's zone. */
export type NoticeWords = (
  playbook: Playbook,
  notice: Notice,
  audience: Audience,
  now: Temporal.ZonedDateTime,
) => Message;

/** A notice in its author's own words and no others. */
export const plainWords: NoticeWords = ({ languages }, notice, { language }) => {
  const latest = notice.updates.at(-1)?.text ?? {};
  const texts = [notice.title, notice.text, latest].map((text) => inLanguage(text, language, languages));
  const text = texts.filter((each) => each !== '').join('\n');
  return { kind: 'say', language, choices: [], tone: 'warning', text };
};
