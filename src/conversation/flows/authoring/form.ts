import type { TextKey } from '../../../locales/catalogue.ts';
import { cleanText, cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import type { NoticeFlow } from '../flow.ts';
import { fieldValue, filled, type NoticeDraft } from './draft.ts';
import { dropChoice } from './drop-choice.ts';
import { type FieldFault, faultLines } from './faults.ts';
import { type DraftField, fieldsOf, formField, translationFields } from './fields.ts';
import { tellPreview } from './preview.ts';
import { readDraft } from './read-draft.ts';

/** The draft as a form: all of its fields at once, with what is wrong with them. */
export function tellForm(talk: Talk, flow: NoticeFlow, faults: readonly FieldFault[]): void {
  const { draft, begun } = flow;
  const fields = fieldsOf(talk, draft);
  talk.flow = { ...flow, draft: { ...draft, pending: null } };
  talk.tell({
    kind: 'form',
    title: talk.say(`author.title-${draft.kind}`),
    text: [...faultLines(faults, fields), talk.say(`author.intro-${draft.kind}` as TextKey)].join('\n'),
    fields: fields.map((field) => formField(field, fieldValue(draft, field.id))),
    submit: talk.offer(talk.say('author.to-preview'), { do: 'notice-form', flow: begun }, 'main'),
    choices: [
      talk.offer(talk.say('author.one-by-one'), { do: 'notice-step', flow: begun, step: 'ask' }),
      dropChoice(talk, begun),
    ],
  });
}

/** The texts that another language lacks, as a form. */
export function tellTranslation(
  talk: Talk,
  flow: NoticeFlow,
  language: NoticeDraft['language'],
  faults: readonly FieldFault[] = [],
): boolean {
  const { draft, begun } = flow;
  const fields = translationFields(talk, draft, language);
  if (fields.length === 0) return false;
  talk.flow = { ...flow, draft: { ...draft, pending: null } };
  talk.tell({
    kind: 'form',
    title: talk.say('author.title-translation', { language: talk.languageName(language) }),
    text: [...faultLines(faults, fields), talk.say('author.intro-translation')].join('\n'),
    fields: fields.map((field) => formField(field, fieldValue(draft, field.id))),
    submit: talk.offer(talk.say('author.to-preview'), { do: 'notice-form', flow: begun }, 'main'),
    choices: [
      ...fields.slice(0, 1).map(({ id }) =>
        talk.offer(talk.say('author.one-by-one'), {
          do: 'notice-answer',
          flow: begun,
          field: id,
          value: '?',
        }),
      ),
      talk.offer(talk.say('author.without-it'), { do: 'notice-step', flow: begun, step: 'done' }),
    ],
  });
  return true;
}

/** A form was sent: what is in it is kept, whatever is wrong with it. */
export function pressForm(talk: Talk, flow: NoticeFlow, fields: Readonly<Record<string, string>>): void {
  const { draft } = flow;
  const known = allFields(talk, draft).filter(({ id }) => fields[id] !== undefined);
  const values = Object.fromEntries(known.map((field) => [field.id, given(field, fields[field.id] ?? '')]));
  goOn(talk, { ...flow, draft: filled(draft, values, talk.now.epochMilliseconds) });
}

/** To the preview, or back to the form with what is wrong. */
export function goOn(talk: Talk, flow: NoticeFlow): void {
  const reading = readDraft(talk, flow.draft);
  if (reading.outcome === 'ready') return tellPreview(talk, flow, reading);
  const [, language] = reading.faults[0]?.field.split('@') ?? [];
  const other = talk.playbook.languages.find((each) => each === language);
  if (other === undefined || !tellTranslation(talk, flow, other, reading.faults))
    tellForm(talk, flow, reading.faults);
}

/** The fields of a draft, and of its translations. */
function allFields(talk: Talk, draft: NoticeDraft): readonly DraftField[] {
  const { languages } = talk.playbook;
  return [
    ...fieldsOf(talk, draft),
    ...languages.flatMap((language) => translationFields(talk, draft, language)),
  ];
}

/** What was filled in, as it is kept: clean, and no longer than the field. */
function given({ max, takes }: DraftField, value: string): string {
  const isText = takes === 'line' || takes === 'lines';
  return isText ? cut(cleanText(value).trim(), max) : value;
}
