import { faultIn, mostOf } from '../../../conversation/form-values.ts';
import type { FormMessage } from '../../../conversation/messages.ts';
import { say } from '../../../locales/say.ts';
import { sentence } from '../../sentence.ts';
import { modalView } from '../modal.ts';
import type { Modal, Opening } from '../receiver/parse/outcome.ts';
import type { Body } from '../receiver/take.ts';
import { type AnswerParts, languageFor, messageOn } from './parts.ts';
import { whisper } from './whisper.ts';

/** Slack waits 3 s for what becomes of a modal; the turn goes on if it takes longer. */
const PATIENCE_MS = 2000;

/** Opens the form of a message. Slack takes the trigger for 3 s, so nothing else is done before. */
export async function openForm(parts: AnswerParts, { placed, button, trigger }: Opening): Promise<void> {
  const form = await formOn(parts, placed.conversation, button.on);
  if (form === null) return whisper(parts, placed.address, gone(parts, { placed }));
  const view = modalView(form, { of: button.of, on: button.on }, placed.address);
  const opened = await parts.api.openView(placed.address, trigger, view);
  if (opened.outcome !== 'found') parts.log.warn({ reason: opened.reason }, 'a modal did not open');
}

/** What is wrong with the fields, each at its own place; null: nothing. */
export async function checkForm(parts: AnswerParts, modal: Modal): Promise<Body> {
  const { placed, button, fields } = modal;
  const form = await formOn(parts, placed.conversation, button.on);
  if (form === null) return null;
  const language = languageFor(parts, placed.organisation, placed.actor);
  const errors = form.fields.flatMap((field) => {
    const fault = faultIn(field, fields[field.id] ?? '');
    const words = { 'choose-one': 'render.choose-one', 'too-long': 'render.too-long' } as const;
    return fault === null ? [] : [[field.id, say(language, words[fault], { max: mostOf(field) })] as const];
  });
  return errors.length === 0 ? null : { response_action: 'errors', errors: Object.fromEntries(errors) };
}

/** Closes the modal once its turn is committed, or after a while; what came of it stands in the conversation. */
export async function submitForm({ engine }: AnswerParts, event: string): Promise<Body> {
  await engine.answered(event, PATIENCE_MS);
  return null;
}

async function formOn(parts: AnswerParts, conversation: string, key: string): Promise<FormMessage | null> {
  const message = await messageOn(parts, conversation, key);
  return message?.kind === 'form' ? message : null;
}

function gone(parts: AnswerParts, { placed }: Pick<Opening, 'placed'>) {
  return sentence(languageFor(parts, placed.organisation, placed.actor), 'channel.form-stale');
}
