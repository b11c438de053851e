/** @import { SlackElement, SlackOption } from './slack-blocks.js' */
/** @import { Doing } from './chat.js' */
import { el, link, picture } from '../dom.js';
import { slackText } from './slack-text.js';

/**
 * One element of a block.
 * @param {SlackElement} element
 * @param {Doing} doing
 * @returns {HTMLElement}
 */
export function drawElement(element, doing) {
  switch (element.type) {
    case 'button':
      return button(element, doing);
    case 'static_select':
      return select(element, doing);
    case 'overflow':
      return select(element, doing, '⋯');
    case 'checkboxes':
    case 'radio_buttons':
      return boxes(element, doing);
    case 'multi_static_select':
      return manyOf(element);
    case 'plain_text_input':
      return textInput(element);
    case 'image':
      return picture(element.image_url ?? '', element.alt_text ?? '');
    default:
      return el('span', {}, slackText(/** @type {{ type?: string, text?: string }} */ (element)));
  }
}

/**
 * @param {SlackElement} element
 * @param {Doing} doing
 */
function button({ text, value = '', style = 'plain', url, accessibility_label: aloud }, doing) {
  const label = typeof text === 'object' ? (text.text ?? '') : '';
  if (url !== undefined && url !== '') return link(url, { class: 'slack-button' }, label);
  const element = el(
    'button',
    { type: 'button', class: `slack-button ${style}`, 'data-choice': value, 'aria-label': aloud },
    label,
  );
  element.addEventListener('click', () => doing.press(value, label, fieldsAround(element)));
  return element;
}

/**
 * A menu. Beside other fields it only holds its value; alone it is pressed by choosing.
 * @param {SlackElement} element
 * @param {Doing} doing
 * @param {string} [sign]
 */
function select({ options = [], placeholder, initial_option: initial, action_id: name }, doing, sign) {
  const first = sign ?? placeholder?.text ?? '…';
  const element = /** @type {HTMLSelectElement} */ (
    el(
      'select',
      { name, 'aria-label': first },
      initial === undefined && el('option', { value: '' }, first),
      options.map(({ text, value }) =>
        el('option', { value, selected: value === initial?.value }, text.text ?? ''),
      ),
    )
  );
  element.addEventListener('change', () => {
    if (element.value === '' || element.closest('.input') !== null) return;
    doing.press(element.value, element.selectedOptions[0]?.textContent ?? '', fieldsAround(element));
  });
  return element;
}

/** @param {SlackElement} element */
function textInput({ action_id: name, initial_value: value = '', placeholder, multiline = false }) {
  const about = { name, maxlength: '3000', placeholder: placeholder?.text ?? '' };
  return multiline ? el('textarea', { ...about, rows: '3' }, value) : el('input', { ...about, value });
}

/**
 * Several of some options, beside other fields.
 * @param {SlackElement} element
 */
function manyOf({ options = [], initial_options: chosen = [], action_id: name }) {
  return el(
    'select',
    { name, multiple: true, 'aria-label': name },
    options.map(({ text, value }) =>
      el('option', { value, selected: chosen.some((each) => each.value === value) }, text.text ?? ''),
    ),
  );
}

/**
 * Boxes to tick: each change presses the choice of the box that changed.
 * @param {SlackElement} element
 * @param {Doing} doing
 */
function boxes(
  { type, options = [], initial_options: ticked = [], initial_option: chosen, action_id: name },
  doing,
) {
  const isOn = (/** @type {SlackOption} */ { value }) =>
    ticked.some((each) => each.value === value) || chosen?.value === value;
  const rows = options.map((option) => {
    const box = el('input', {
      type: type === 'checkboxes' ? 'checkbox' : 'radio',
      name,
      value: option.value,
      checked: isOn(option),
    });
    box.addEventListener('change', () => doing.press(option.value ?? '', option.text.text ?? ''));
    return el('label', {}, box, el('span', {}, slackText(option.text)));
  });
  return el('div', { class: 'boxes' }, rows);
}

/**
 * What stands in the fields of a button's message.
 * @param {HTMLElement} element
 * @returns {Record<string, string>}
 */
function fieldsAround(element) {
  const form = element.closest('form');
  if (form === null) return {};
  const given = [...form.querySelectorAll('.input input, .input select, .input textarea')];
  return Object.fromEntries(
    given.map((field) => {
      if (field instanceof HTMLSelectElement)
        return [field.name, [...field.selectedOptions].map(({ value }) => value).join(',')];
      const { name, value } = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (field);
      return [name, value];
    }),
  );
}
