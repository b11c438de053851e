/** @import { Doing } from './chat.js' */
import { el, picture } from '../dom.js';
import { drawElement } from './slack-elements.js';
import { slackText } from './slack-text.js';

/**
 * Block Kit, as far as it is looked at here. What a platform's data holds is not trusted to be whole.
 * @typedef {{ type?: string, text?: SlackText, fields?: SlackText[], accessory?: SlackElement, elements?: SlackElement[], element?: SlackElement, label?: SlackText, hint?: SlackText, image_url?: string, alt_text?: string, title?: SlackText, block_id?: string, optional?: boolean }} SlackBlock
 * @typedef {{ type?: string, text?: string, emoji?: boolean }} SlackText
 * @typedef {{ type?: string, text?: SlackText | string, value?: string, action_id?: string, style?: string, url?: string, options?: SlackOption[], initial_option?: SlackOption, initial_options?: SlackOption[], initial_value?: string, multiline?: boolean, placeholder?: SlackText, image_url?: string, alt_text?: string, elements?: SlackElement[], max_length?: number, accessibility_label?: string }} SlackElement
 * @typedef {{ text: SlackText, value?: string, description?: SlackText }} SlackOption
 */

/**
 * One block.
 * @param {object} given
 * @param {Doing} doing
 * @returns {HTMLElement}
 */
export function drawBlock(given, doing) {
  const block = /** @type {SlackBlock} */ (given);
  switch (block.type) {
    case 'header':
      return el('h3', { class: 'header' }, block.text?.text ?? '');
    case 'section':
      return section(block, doing);
    case 'divider':
      return el('hr');
    case 'context':
      return el(
        'div',
        { class: 'context' },
        (block.elements ?? []).map((element) => drawElement(element, doing)),
      );
    case 'actions':
      return el(
        'div',
        { class: 'actions' },
        (block.elements ?? []).map((element) => drawElement(element, doing)),
      );
    case 'image':
      return el(
        'figure',
        {},
        block.title && el('figcaption', {}, block.title.text ?? ''),
        picture(block.image_url ?? '', block.alt_text ?? ''),
      );
    case 'input':
      return input(block, doing);
    default:
      return el('p', { class: 'unknown' }, `[${block.type ?? '?'}]`);
  }
}

/**
 * @param {SlackBlock} block
 * @param {Doing} doing
 */
function section({ text, fields = [], accessory }, doing) {
  return el(
    'div',
    { class: 'section' },
    el(
      'div',
      {},
      text && el('p', {}, slackText(text)),
      fields.length > 0 &&
        el(
          'div',
          { class: 'slack-fields' },
          fields.map((field) => el('p', {}, slackText(field))),
        ),
    ),
    accessory && drawElement(accessory, doing),
  );
}

/**
 * @param {SlackBlock} block
 * @param {Doing} doing
 */
function input({ label, hint, element, block_id: id }, doing) {
  if (element === undefined) return el('div');
  return el(
    'label',
    { class: 'input' },
    el('span', {}, label?.text ?? ''),
    drawElement({ ...element, action_id: element.action_id ?? id ?? '' }, doing),
    hint && el('span', { class: 'context' }, hint.text ?? ''),
  );
}
