import type { TextKey } from '../../../locales/catalogue.ts';
import { severalIn } from '../../form-values.ts';
import type { Choice } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import type { NoticeFlow } from '../flow.ts';
import { fieldValue } from './draft.ts';
import { dropChoice } from './drop-choice.ts';
import type { DraftField } from './fields.ts';

/** Options of one question; the rest can be written. */
export const MOST_CHOICES = 18;
/** Fields that are told line by line. */
export const BY_LINE: readonly string[] = ['parts', 'support'];

/** The answer that leaves a text as it is. */
export const AS_IT_IS = '=';

/** Whether a question is about words that are out already: then they are shown, and can be left as they are. */
export function standsAlready({ kind, values }: NoticeFlow['draft'], { id }: DraftField): boolean {
  return kind === 'correct' && (values[id] ?? '') !== '';
}

/** What can be pressed in answer to a question. */
export function choicesOf(talk: Talk, { begun, draft }: NoticeFlow, field: DraftField): Choice[] {
  const answer = (label: string, value: string, style: Choice['style'] = 'plain'): Choice =>
    talk.offer(label, { do: 'notice-answer', flow: begun, field: field.id, value }, style);
  const step = (label: string, to: 'back' | 'done', style: Choice['style']): Choice =>
    talk.offer(label, { do: 'notice-step', flow: begun, step: to }, style);
  const isBegun = BY_LINE.includes(field.id) && fieldValue(draft, field.id) !== '';
  const stands = standsAlready(draft, field);
  const kept = field.takes === 'several' ? keptLabel(field, fieldValue(draft, field.id)) : null;
  return [
    ...(isBegun ? [step(talk.say('author.lines-done'), 'done', 'main')] : []),
    ...(kept === null ? [] : [answer(kept, fieldValue(draft, field.id), 'main')]),
    ...field.options.slice(0, MOST_CHOICES).map(({ value, label }) => answer(label, value)),
    ...ready(talk, field).map((label) => answer(label, label)),
    ...(stands ? [answer(talk.say('author.as-it-is'), AS_IT_IS, 'main')] : []),
    ...(field.optional && !isBegun && !stands ? [answer(skipLabel(talk, field), '', 'quiet')] : []),
    ...(draft.asked.length > 0 ? [step(talk.say('flow.back'), 'back', 'quiet')] : []),
    dropChoice(talk, begun),
  ];
}

/** What a proposal or a template chose already; of one it stands among the options. */
function keptLabel({ options }: DraftField, value: string): string | null {
  const chosen = severalIn(value);
  if (chosen.length < 2) return null;
  return options
    .filter((option) => chosen.includes(option.value))
    .map(({ label }) => label)
    .join(', ');
}

/** Answers that are ready for a moment, in words that are read as anybody's. */
function ready(talk: Talk, { id }: DraftField): string[] {
  if (id === 'since') return [talk.say('author.now')];
  return id === 'next-word' ? [talk.say('author.in-30'), talk.say('author.in-60')] : [];
}

function skipLabel(talk: Talk, { id }: DraftField): string {
  const own: Readonly<Record<string, TextKey>> = {
    services: 'author.skip-services',
    sites: 'author.skip-sites',
    routine: 'author.skip-routine',
    phase: 'author.skip-phase',
  };
  return talk.say(own[id] ?? 'author.skip');
}
