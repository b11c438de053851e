import { type FormField, type FormMessage, MESSAGE_LIMITS } from '../../../conversation/messages.ts';
import { type Block, header, paragraph, type Select, type TextInput } from '../blocks.ts';
import { SLACK_LIMITS } from '../limits.ts';
import { plain } from '../text.ts';
import { choiceBlocks, choiceButton } from './choices.ts';

/** What is filled in comes with the button that is pressed, in `state.values[field id][field id]`. */
export function formBlocks(message: FormMessage): Block[] {
  return [
    ...header(message.title),
    ...(message.text === null ? [] : paragraph(message.text)),
    ...message.fields.map(fieldBlock),
    { type: 'actions', elements: [choiceButton(message.submit)] },
    ...choiceBlocks(message),
  ];
}

function fieldBlock(field: FormField): Block {
  const element = field.options === null ? textInput(field) : select(field.id, field.options, field.value);
  return {
    type: 'input',
    block_id: field.id,
    label: plain(field.label, SLACK_LIMITS.label),
    element,
    optional: true,
  };
}

function textInput({ id, value }: FormField): TextInput {
  return {
    type: 'plain_text_input',
    action_id: id,
    max_length: MESSAGE_LIMITS.field,
    ...(value === '' ? {} : { initial_value: value }),
  };
}

function select(id: string, given: NonNullable<FormField['options']>, value: string): Select {
  const options = given
    .slice(0, SLACK_LIMITS.options)
    .map((option) => ({ text: plain(option.label, SLACK_LIMITS.option), value: option.value }));
  const chosen = options.find((option) => option.value === value);
  return {
    type: 'static_select',
    action_id: id,
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}
