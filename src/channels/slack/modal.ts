import type { FormField, FormMessage, Message } from '../../conversation/messages.ts';
import { fitting } from '../../conversation/plain-text/budget.ts';
import { say } from '../../locales/say.ts';
import { type Block, paragraph } from './blocks.ts';
import { viewFields } from './kinds/form.ts';
import { SLACK_LIMITS } from './limits.ts';
import type { Sign } from './signed.ts';
import { type PlainText, plain } from './text.ts';

/** What stands in a view until it is sent, as JSON: which press it is, and where its form stands. */
export interface ModalMemory extends Sign {
  readonly choice: string;
  readonly channel: string;
  readonly thread: string | null;
}

/** A view with the fields of a form: https://docs.slack.dev/reference/views/modal-views */
export interface ModalView {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly title: PlainText;
  readonly submit: PlainText;
  readonly close: PlainText;
  readonly blocks: readonly Block[];
  readonly private_metadata: string;
}

/** Slack takes no option without a value, so nothing at all has one of its own. */
const NOTHING = '-';

/** What a field of a view was filled in with; Slack's own null is for what was left empty. */
export function valueInView(value: string | null): string {
  return value === null || value === NOTHING ? '' : value;
}

/** @throws RangeError if the sign or the place is longer than Slack keeps */
export function modalView(
  message: FormMessage,
  sign: Sign,
  { channel, thread }: { readonly channel: string; readonly thread: string | null },
): ModalView {
  const { language, submit } = message;
  const memory: ModalMemory = { ...sign, choice: submit.id, channel, thread };
  const private_metadata = JSON.stringify(memory);
  if (private_metadata.length > SLACK_LIMITS.viewMetadata)
    throw new RangeError('what a view has to keep is too long for Slack');
  return {
    type: 'modal',
    callback_id: 'dialog',
    title: plain(message.title, SLACK_LIMITS.viewTitle),
    submit: plain(submit.label, SLACK_LIMITS.viewButton),
    close: plain(say(language, 'flow.cancel'), SLACK_LIMITS.viewButton),
    blocks: fitting(message, viewBlocks, fits),
    private_metadata,
  };
}

/** A title that is too long for the head of a view stands whole below it. */
function viewBlocks(message: Message): readonly Block[] {
  if (message.kind !== 'form') throw new TypeError('only a form has a view');
  const { title, text } = message;
  return [
    ...(title.length <= SLACK_LIMITS.viewTitle ? [] : paragraph(title)),
    ...(text === null ? [] : paragraph(text)),
    ...viewFields(message.fields.map(withNothing)),
  ];
}

function fits(blocks: readonly Block[]): boolean {
  return (
    blocks.length <= SLACK_LIMITS.viewBlocks && JSON.stringify(blocks).length <= SLACK_LIMITS.viewCharacters
  );
}

function withNothing(field: FormField): FormField {
  if (field.options === null || field.takes === 'several') return field;
  const some = (each: string): string => (each === '' ? NOTHING : each);
  const options = field.options.map((option) => ({ ...option, value: some(option.value) }));
  return { ...field, value: some(field.value), options };
}
