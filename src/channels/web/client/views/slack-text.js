/** @import { Piece } from '../mrkdwn.js' */
/** @import { SlackText } from './slack-blocks.js' */
import { el, link } from '../dom.js';
import { mrkdwn } from '../mrkdwn.js';

const TAGS = { bold: 'strong', italic: 'em', strike: 's' };

/**
 * A text object of Slack: plain, or with its marks.
 * @param {SlackText} object
 * @returns {(Node | string)[]}
 */
export function slackText({ type, text = '' }) {
  return type === 'mrkdwn' ? mrkdwn(text).map(drawn) : [text];
}

/**
 * @param {Piece} piece
 * @returns {Node | string}
 */
function drawn(piece) {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'code':
      return el('code', {}, piece.text);
    case 'link':
      return link(piece.address, {}, piece.text);
    case 'break':
      return el('br');
    default:
      return el(TAGS[piece.type], {}, piece.pieces.map(drawn));
  }
}
