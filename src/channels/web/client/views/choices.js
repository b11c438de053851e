/** @import { Choice, Message } from '../../../../conversation/messages.ts' */
/** @import { Doing } from './chat.js' */
import { el } from '../dom.js';

/**
 * A choice as a button.
 * @param {Choice} choice
 * @param {Doing} doing
 */
export function choiceButton({ id, label, style }, doing) {
  const button = el(
    'button',
    { type: 'button', class: `choice ${style}`, 'data-choice': id, 'data-says': label },
    label,
  );
  button.addEventListener('click', () => {
    button.classList.add('pressed');
    doing.press(id, label);
  });
  return button;
}

/**
 * The choices that stand below a message: all but those that stand in it.
 * @param {Message} message
 * @param {Doing} doing
 */
export function choices(message, doing) {
  const inside = new Set(choicesInside(message));
  const below = message.choices.filter(({ id }) => !inside.has(id));
  if (below.length === 0) return null;
  return el(
    'div',
    { class: 'choices' },
    below.map((choice) => choiceButton(choice, doing)),
  );
}

/** @param {Message} message */
function choicesInside(message) {
  if (message.kind === 'routine')
    return [...message.steps, ...(message.afterwards?.steps ?? [])].map(({ choice }) => choice);
  return message.kind === 'reports' ? message.items.map(({ choice }) => choice) : [];
}
