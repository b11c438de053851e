/** @import { Message } from '../../../../conversation/messages.ts' */
/** @import { Item, MineItem } from '../items.js' */
import { el } from '../dom.js';
import { currentLanguage, TAGS, text } from '../texts.js';
import { content } from './chat-kinds.js';
import { choices } from './choices.js';

/**
 * What can be done in a view.
 * @typedef {{ press: (choice: string, label: string, fields?: Record<string, string>) => void, again: (event: string) => void, zone: () => string, redraw: () => void }} Doing
 */

/**
 * Draws one item of the chat.
 * @param {Item} item
 * @param {Doing} doing
 */
export function drawInChat(item, doing) {
  if (item.type === 'time') return timeLine(item.at, doing.zone());
  if (item.type === 'mine') return mine(item, doing);
  return fromBot(item.reply.message, doing);
}

/**
 * A moment between messages, by the organisation's clock.
 * @param {number} at
 * @param {string} timeZone
 */
export function timeLine(at, timeZone) {
  const words = new Intl.DateTimeFormat(TAGS[currentLanguage()], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at);
  return el('p', { class: 'time' }, words);
}

/**
 * @param {MineItem} item
 * @param {Doing} doing
 */
function mine({ said, pictures, failed, event }, doing) {
  return el(
    'div',
    { class: failed ? 'mine failed' : 'mine', 'data-from': 'me' },
    el('span', { class: 'unseen' }, `${text('you')}: `),
    said !== '' && el('p', {}, said),
    pictures.map((name) => el('p', { class: 'file' }, name)),
    failed &&
      el(
        'p',
        { class: 'not-sent' },
        `${text('not-sent')} `,
        el('button', { type: 'button', click: () => doing.again(event) }, text('again')),
      ),
  );
}

/**
 * @param {Message} message
 * @param {Doing} doing
 */
function fromBot(message, doing) {
  const tone = 'tone' in message ? message.tone : 'plain';
  return el(
    'article',
    {
      class: `message ${message.kind} ${tone}`,
      lang: message.language,
      tabindex: '-1',
      'aria-label': 'Driftvakt',
      'data-from': 'bot',
      'data-kind': message.kind,
    },
    content(message, doing),
    choices(message, doing),
  );
}
