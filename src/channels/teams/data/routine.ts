import type { RoutineMessage, StepToTick } from '../../../conversation/messages.ts';
import { cut } from '../../../conversation/plain-text/clean.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { choicesData } from './choices.ts';
import { contactData } from './contact.ts';
import { headingData, literals } from './parts.ts';

/** Characters of a step in the name of its row: who steers by voice says what is read there. */
const TICK = 300;

export function routineData(message: RoutineMessage): object {
  const { steps, afterwards, language } = message;
  const all = [...steps, ...(afterwards?.steps ?? [])];
  return {
    ...headingData(message.title),
    remarks: literals(message.remarks),
    progress: literal(message.progress),
    steps: steps.map((step) => stepData(step, language)),
    afterwards:
      afterwards === null
        ? []
        : [
            {
              heading: literal(afterwards.heading),
              steps: afterwards.steps.map((step) => stepData(step, language)),
            },
          ],
    ...choicesData(
      message,
      all.map(({ choice }) => choice),
    ),
  };
}

function stepData({ text, contacts, done, choice }: StepToTick, language: Language): object {
  return {
    text: literal(text),
    done,
    choice,
    box: done ? '☑' : '☐',
    colour: done ? 'Good' : 'Default',
    tick: literal(say(language, done ? 'render.untick' : 'render.tick', { step: cut(text, TICK) })),
    contacts: contacts.map((contact) => contactData(contact, language, 'small')),
  };
}
