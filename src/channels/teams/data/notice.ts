import type { NoticeMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { choicesData } from './choices.ts';
import { factsData, headingData, historyData, literals, some, TONES } from './parts.ts';

export function noticeData(message: NoticeMessage): object {
  const { language, history, advice } = message;
  return {
    ...headingData(message.title),
    style: message.tone === 'plain' ? 'accent' : TONES[message.tone],
    marks: literals(message.marks),
    facts: factsData(message.facts),
    latest: some(message.latest).map((text) => ({ label: say(language, 'render.latest'), text })),
    parts: message.parts.map(({ heading, facts }) => ({
      heading: literal(heading),
      facts: facts.map(({ label, value }) => ({ label: literal(label), value: literal(value) })),
    })),
    adviceBoxes: advice.length === 0 ? [] : [{ advice: literals(advice) }],
    historyHeadings: history.length === 0 ? [] : [say(language, 'render.earlier')],
    history: historyData(history),
    ...choicesData(message),
  };
}
