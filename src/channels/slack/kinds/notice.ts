import type { NoticeMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { aside, type Block, bold, header, paragraph } from '../blocks.ts';
import { SLACK_LIMITS } from '../limits.ts';
import { plain, strong } from '../text.ts';
import { choiceBlocks } from './choices.ts';
import { factBlocks, historyBlocks } from './facts.ts';

/** Slack has no coloured ground: a sign stands before the title. */
const SIGNS = { good: '✓ ', warning: '⚠ ', plain: '' } as const;

export function noticeBlocks(message: NoticeMessage): Block[] {
  const { title, tone, marks, facts, latest, parts, advice, history, language } = message;
  return [
    ...header(`${SIGNS[tone]}${title}`),
    ...aside(marks),
    ...factBlocks(facts),
    ...(latest === null ? [] : [bold(say(language, 'render.latest')), ...paragraph(latest)]),
    ...parts.map(partBlock),
    ...(advice.length === 0 ? [] : paragraph(advice.join('\n\n'))),
    ...historyBlocks(say(language, 'render.earlier'), history),
    ...choiceBlocks(message),
  ];
}

/** One block a part, so that a window of many parts stays within what Slack takes. */
function partBlock({ heading, facts }: NoticeMessage['parts'][number]): Block {
  const fields = facts.map(({ label, value }) => plain(`${label}: ${value}`, SLACK_LIMITS.field));
  return { type: 'section', text: strong(heading), ...(fields.length > 0 && { fields }) };
}
