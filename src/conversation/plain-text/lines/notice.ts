import { say } from '../../../locales/say.ts';
import type { NoticeMessage } from '../../messages.ts';
import type { Block } from '../plain-text.ts';
import { factLines, historyLines, some, withHeading } from './some.ts';

export function noticeLines(message: NoticeMessage): readonly Block[] {
  const { title, marks, facts, latest, parts, advice, history, language } = message;
  return [
    [title],
    marks.map((mark) => `(${mark})`),
    factLines(facts),
    some(latest).map((text) => `${say(language, 'render.latest')}: ${text}`),
    ...parts.map((part) => [part.heading, ...factLines(part.facts, '  ')]),
    ...advice.map(some),
    withHeading(say(language, 'render.earlier'), historyLines(history)),
  ];
}
