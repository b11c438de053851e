import { MESSAGE_LIMITS, type NoticeMessage } from '../../messages.ts';
import type { Shortener } from './shortener.ts';

type Part = NoticeMessage['parts'][number];

export function shortNotice(message: NoticeMessage, to: Shortener): NoticeMessage {
  const parts = to.rows(
    message.parts,
    ({ heading, facts }): Part => ({
      heading: to.line(heading),
      facts: to.facts(facts.slice(0, MESSAGE_LIMITS.partFacts)),
    }),
  );
  return {
    ...message,
    title: to.line(message.title),
    marks: to.texts(message.marks),
    facts: to.facts(message.facts),
    latest: message.latest === null ? null : to.text(message.latest),
    parts: [...parts.kept, ...to.more(parts.left).map((heading): Part => ({ heading, facts: [] }))],
    advice: to.texts(message.advice),
    history: to.history(message.history),
  };
}
