import { mostOf, severalIn, shownValue } from '../../../conversation/form-values.ts';
import type { FormField, FormMessage } from '../../../conversation/messages.ts';
import { cut } from '../../../conversation/plain-text/clean.ts';
import { say } from '../../../locales/say.ts';
import {
  type Block,
  button,
  header,
  type MultiSelect,
  type Option,
  paragraph,
  type Select,
  type TextInput,
} from '../blocks.ts';
import { SLACK_LIMITS } from '../limits.ts';
import { BEFORE } from '../signed.ts';
import { type PlainText, plain } from '../text.ts';
import { choiceBlocks, choiceButton } from './choices.ts';

/** Where the fields of a form are filled in: in its message, or in a view that the message opens. */
export type FieldsAre = 'inline' | 'dialog';

/** What is filled in comes with the button that is pressed, in `state.values[field id][field id]`. */
export function formBlocks(message: FormMessage, fields: FieldsAre): Block[] {
  const isInline = fields === 'inline';
  return [
    ...header(message.title),
    ...(message.text === null ? [] : paragraph(message.text)),
    ...(isInline ? message.fields.map(inlineField) : before(message)),
    { type: 'actions', elements: [isInline ? choiceButton(message.submit) : opener(message)] },
    ...choiceBlocks(message),
  ];
}

/** The fields of a view. One with nothing to choose from is left out: Slack takes no empty menu. */
export function viewFields(fields: readonly FormField[]): Block[] {
  return fields
    .filter(({ options }) => options === null || options.length > 0)
    .map((field) =>
      inputBlock(field, field.options === null ? textInput(field) : selectOf(field, field.options)),
    );
}

function inlineField(field: FormField): Block {
  const { id, options, value } = field;
  if (options === null) return inputBlock(field, textInput(field));
  if (field.takes === 'several') return inputBlock(field, several(field, options));
  const some = options.slice(0, SLACK_LIMITS.options).map(optionOf);
  return inputBlock(field, { type: 'static_select', action_id: id, options: some, ...chosenOf(some, value) });
}

function inputBlock({ id, label }: FormField, element: TextInput | Select | MultiSelect): Block {
  return { type: 'input', block_id: id, label: plain(label, SLACK_LIMITS.label), element, optional: true };
}

function opener({ submit, language }: FormMessage): ReturnType<typeof button> {
  return button(submit.id, say(language, 'channel.form-open'), 'primary', undefined, 'dialog');
}

/** What the fields hold so far. Once the form was sent this would be read as what was saved. */
function before({ fields }: FormMessage): Block[] {
  const lines = fields.map((field) => `${field.label}: ${filledIn(field)}`);
  return lines.length === 0
    ? []
    : [{ type: 'section', block_id: BEFORE, text: plain(lines.join('\n'), SLACK_LIMITS.section) }];
}

function filledIn(field: FormField): string {
  const shown = shownValue(field);
  return shown === '' ? '–' : shown;
}

function textInput(field: FormField): TextInput {
  const { id, value, takes, hint = '' } = field;
  const most = Math.min(mostOf(field), SLACK_LIMITS.input);
  return {
    type: 'plain_text_input',
    action_id: id,
    max_length: most,
    ...(takes === 'lines' ? { multiline: true } : {}),
    ...(hint === '' ? {} : { placeholder: plain(hint, SLACK_LIMITS.placeholder) }),
    ...(value === '' ? {} : { initial_value: cut(value, most) }),
  };
}

/** One or several of some options. */
function selectOf(field: FormField, options: NonNullable<FormField['options']>): Select | MultiSelect {
  return field.takes === 'several' ? several(field, options) : menu(field.id, options, field.value);
}

function several({ id, value }: FormField, given: NonNullable<FormField['options']>): MultiSelect {
  const { type: _, initial_option: __, ...about } = menu(id, given, '');
  const chosen = severalIn(value);
  const initial = given.filter((option) => chosen.includes(option.value)).map(optionOf);
  return {
    ...about,
    type: 'multi_static_select',
    ...(initial.length === 0 ? {} : { initial_options: initial }),
  };
}

/** A menu of all options: more than fit into one are in groups, named by their first and last. */
function menu(id: string, given: NonNullable<FormField['options']>, value: string): Select {
  const all = given.slice(0, SLACK_LIMITS.options * SLACK_LIMITS.optionGroups).map(optionOf);
  const about = { type: 'static_select', action_id: id, ...chosenOf(all, value) } as const;
  if (all.length <= SLACK_LIMITS.options) return { ...about, options: all };
  const count = Math.ceil(all.length / SLACK_LIMITS.options);
  const groups = Array.from({ length: count }, (_, i) =>
    all.slice(i * SLACK_LIMITS.options, (i + 1) * SLACK_LIMITS.options),
  );
  return {
    ...about,
    option_groups: groups.map((options) => ({ label: groupLabel(options), options })),
  };
}

function groupLabel(options: readonly Option[]): PlainText {
  const [first, last] = [options.at(0), options.at(-1)].map((option) => cut(option?.text.text ?? '', 35));
  return plain(`${first} – ${last}`, SLACK_LIMITS.option);
}

function optionOf({ value, label }: { readonly value: string; readonly label: string }): Option {
  return { text: plain(label, SLACK_LIMITS.option), value };
}

function chosenOf(options: readonly Option[], value: string): Pick<Select, 'initial_option'> {
  const chosen = options.find((option) => option.value === value);
  return chosen === undefined ? {} : { initial_option: chosen };
}
