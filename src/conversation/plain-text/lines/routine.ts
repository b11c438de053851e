import type { RoutineMessage, StepToTick } from '../../messages.ts';
import type { Block } from '../plain-text.ts';
import { contactLines } from './call.ts';
import { indented } from './some.ts';

export function routineLines({
  title,
  remarks,
  steps,
  afterwards,
  progress,
}: RoutineMessage): readonly Block[] {
  return [
    [title],
    remarks,
    steps.flatMap(stepLines),
    afterwards === null ? [] : [`${afterwards.heading}:`, ...afterwards.steps.flatMap(stepLines)],
    [progress],
  ];
}

function stepLines({ text, done, contacts }: StepToTick): readonly string[] {
  return [
    `[${done ? 'x' : ' '}] ${indented(text, '    ')}`,
    ...contacts.flatMap((contact) => contactLines(contact, '    ')),
  ];
}
