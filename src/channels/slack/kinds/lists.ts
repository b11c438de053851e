import type { ProposalMessage, ReportsMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { aside, type Block, button, DIVIDER, header, paragraph } from '../blocks.ts';
import { plain } from '../text.ts';
import { choiceBlocks } from './choices.ts';

export function reportsBlocks(message: ReportsMessage): Block[] {
  const { title, items, note, language } = message;
  return [
    ...header(title),
    ...items.map((item): Block => {
      const open = say(language, 'render.open', { what: item.reference });
      return {
        type: 'section',
        text: plain(`${item.title}\n${item.state}\n${item.reference} · ${item.when}`),
        accessory: button(item.choice, open, null, open),
      };
    }),
    ...aside(note === null ? [] : [note]),
    ...choiceBlocks(
      message,
      items.map(({ choice }) => choice),
    ),
  ];
}

export function proposalBlocks(message: ProposalMessage): Block[] {
  return [
    ...header(message.title),
    ...paragraph(message.text),
    DIVIDER,
    ...message.reports.flatMap(({ reference, text }) => paragraph(`${reference}\n${text}`)),
    ...choiceBlocks(message),
  ];
}
