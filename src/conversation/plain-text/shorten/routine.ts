import type { RoutineMessage, StepToTick } from '../../messages.ts';
import { shortContacts } from './call.ts';
import { withoutChoicesOf } from './lists.ts';
import type { Shortener } from './shortener.ts';

export function shortRoutine(message: RoutineMessage, to: Shortener): RoutineMessage {
  const steps = to.rows(message.steps, (step) => shortStep(step, to));
  const { afterwards } = message;
  const later = afterwards === null ? null : to.rows(afterwards.steps, (step) => shortStep(step, to));
  return {
    ...message,
    title: to.line(message.title),
    remarks: to.texts(message.remarks),
    steps: steps.kept,
    afterwards:
      afterwards === null || later === null
        ? null
        : { heading: to.line(afterwards.heading), steps: later.kept },
    choices: withoutChoicesOf(message.choices, [
      ...message.steps.slice(steps.kept.length),
      ...(afterwards?.steps ?? []).slice(later?.kept.length ?? 0),
    ]),
    progress: [to.line(message.progress), ...to.more(steps.left + (later?.left ?? 0))].join(' '),
  };
}

function shortStep(step: StepToTick, to: Shortener): StepToTick {
  const { contacts, more } = shortContacts(step.contacts, to);
  return { ...step, text: [to.text(step.text), ...more].join('\n'), contacts };
}
