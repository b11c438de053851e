import type { RoutineMessage, StepToTick } from '../../../conversation/messages.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { aside, type Block, bold, button, DIVIDER, header } from '../blocks.ts';
import { SLACK_LIMITS } from '../limits.ts';
import { pieces, plain } from '../text.ts';
import { choiceBlocks } from './choices.ts';
import { contactBlocks } from './contact.ts';

export function routineBlocks(message: RoutineMessage): Block[] {
  const { title, remarks, steps, afterwards, progress, language } = message;
  const all = [...steps, ...(afterwards?.steps ?? [])];
  return [
    ...header(title),
    ...aside(remarks),
    bold(progress),
    ...steps.flatMap((step) => stepBlocks(step, language)),
    ...(afterwards === null
      ? []
      : [
          DIVIDER,
          bold(afterwards.heading),
          ...afterwards.steps.flatMap((step) => stepBlocks(step, language)),
        ]),
    ...choiceBlocks(
      message,
      all.map(({ choice }) => choice),
    ),
  ];
}

/** A step with its box beside it, then whom to call in it. */
function stepBlocks({ text, contacts, done, choice }: StepToTick, language: Language): Block[] {
  const aloud = say(language, done ? 'render.untick' : 'render.tick', { step: text });
  const box = button(choice, done ? '☑' : '☐', done ? 'primary' : null, aloud);
  const [first = '', ...others] = pieces(text, SLACK_LIMITS.section);
  return [
    { type: 'section', text: plain(first), accessory: box },
    ...others.map((piece): Block => ({ type: 'section', text: plain(piece) })),
    ...contactBlocks(contacts),
  ];
}
