/** @import { Item } from '../items.js' */
/** @import { Doing } from './chat.js' */
import { el } from '../dom.js';
import { text } from '../texts.js';
import { timeLine } from './chat.js';
import { platformRow } from './platform-row.js';
import { drawBlock } from './slack-blocks.js';

/**
 * Draws one item as Slack lays it out.
 * @param {Item} item
 * @param {Doing} doing
 */
export function drawInSlack(item, doing) {
  if (item.type === 'time') return timeLine(item.at, doing.zone());
  if (item.type === 'mine') {
    const lines = [item.said, ...item.pictures].filter((part) => part !== '');
    // Slack writes nothing down when a button is pressed.
    if (item.isPressed && !item.failed) return null;
    const said = el('p', { class: 'section' }, lines.join('\n'));
    return platformRow(item, doing.zone(), { name: text('you'), look: 'me', badge: null }, said);
  }
  const { message, slack, text: plain } = item.reply;
  const blocks =
    slack === null
      ? [el('p', { class: 'section' }, plain)]
      : slack.blocks.map((block) => drawBlock(block, doing));
  const body = el('form', { class: 'blocks', lang: message.language, submit: stay }, blocks);
  return platformRow(item, doing.zone(), { name: 'Driftvakt', look: 'bot', badge: 'APP' }, body);
}

/** @param {Event} event */
function stay(event) {
  event.preventDefault();
}
