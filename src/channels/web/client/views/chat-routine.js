/** @import { Message, RoutineMessage, StepToTick } from '../../../../conversation/messages.ts' */
/** @import { Doing } from './chat.js' */
import { el } from '../dom.js';
import { contactItem } from './chat-call.js';

/**
 * What to do while a system is down, each step to tick.
 * @param {RoutineMessage} message
 * @param {Doing} doing
 * @returns {HTMLElement[]}
 */
export function routine(message, doing) {
  const { title, remarks, steps, afterwards, progress } = message;
  return [
    el('h3', {}, title),
    ...remarks.map((remark) => el('p', { class: 'soft' }, remark)),
    el(
      'ol',
      { class: 'steps' },
      steps.map((each) => step(each, message, doing)),
    ),
    ...(afterwards === null
      ? []
      : [
          el('h4', {}, afterwards.heading),
          el(
            'ol',
            { class: 'steps' },
            afterwards.steps.map((each) => step(each, message, doing)),
          ),
        ]),
    el('p', { class: 'soft progress' }, progress),
  ];
}

/**
 * @param {StepToTick} step
 * @param {Message} message
 * @param {Doing} doing
 */
function step({ text, contacts, done, choice }, { choices }, doing) {
  const offered = choices.find(({ id }) => id === choice);
  const tick = el(
    'button',
    {
      type: 'button',
      class: 'tick',
      'aria-pressed': String(done),
      'data-choice': choice,
      'data-says': offered?.label ?? text,
      disabled: offered === undefined,
      click: () => doing.press(choice, offered?.label ?? text),
    },
    el('span', { class: 'box', 'aria-hidden': 'true' }),
    el('span', {}, text),
  );
  return el(
    'li',
    {},
    tick,
    contacts.length > 0 && el('ul', { class: 'contacts' }, contacts.map(contactItem)),
  );
}
