import type { Choice } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import type { Draft } from './draft.ts';
import type { Question } from './question.ts';

/** Asks a question; it waits for its answer. */
export function askQuestion(talk: Talk, begun: number, draft: Draft, question: Question): void {
  talk.flow = { name: 'report', begun, draft: { ...draft, pending: question.id } };
  const choices = question.options.map(({ value, label, style }) =>
    talk.offer(label, { do: 'answer', flow: begun, question: question.id, value }, style),
  );
  talk.tell({
    kind: 'ask',
    text: question.text,
    hint: question.hint,
    picture: question.picture,
    choices: [...choices, ...waysOut(talk, begun, draft)],
  });
}

/** Back to the question before, and out of it all. */
function waysOut(talk: Talk, begun: number, draft: Draft): Choice[] {
  const back =
    draft.answers.length === 0
      ? []
      : [talk.offer(talk.say('flow.back'), { do: 'back', flow: begun }, 'quiet')];
  const drop = draft.decided
    ? []
    : [talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: begun }, 'quiet')];
  return [...back, ...drop];
}
