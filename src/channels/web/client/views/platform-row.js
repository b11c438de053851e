/** @import { Item } from '../items.js' */
import { el } from '../dom.js';
import { currentLanguage, TAGS, text } from '../texts.js';

/**
 * A message with its sender and time, as chat platforms show it.
 * @param {Item} item
 * @param {string} timeZone
 * @param {{ name: string, look: string, badge: string | null }} sender
 * @param {...(HTMLElement | null)} body
 */
export function platformRow(item, timeZone, { name, look, badge }, ...body) {
  return el(
    'article',
    { class: `row ${look}`, 'aria-label': name, tabindex: '-1', 'data-from': look === 'me' ? 'me' : 'bot' },
    el(
      'span',
      { class: 'avatar', 'aria-hidden': 'true' },
      look === 'me' ? text('you').slice(0, 1) : el('img', { src: '/playground/icon.svg', alt: '' }),
    ),
    el(
      'div',
      { class: 'said' },
      el(
        'p',
        { class: 'sender' },
        el('strong', {}, name),
        badge !== null && el('span', { class: 'app-badge' }, badge),
        el('span', { class: 'at' }, clockTime(item.at, timeZone)),
      ),
      ...body,
    ),
  );
}

/**
 * @param {number} at
 * @param {string} timeZone
 */
function clockTime(at, timeZone) {
  const options = /** @type {const} */ ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return new Intl.DateTimeFormat(TAGS[currentLanguage()], options).format(at);
}
