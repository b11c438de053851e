/**
 * A piece of Slack's mrkdwn. Marks hold pieces in turn: a number that is bold and a link.
 * @typedef {{ type: 'text' | 'code', text: string }} PlainPiece
 * @typedef {{ type: 'link', text: string, address: string }} LinkPiece
 * @typedef {{ type: 'bold' | 'italic' | 'strike', pieces: Piece[] }} MarkedPiece
 * @typedef {PlainPiece | LinkPiece | MarkedPiece | { type: 'break' }} Piece
 */

/** Marks count only around words; what stands in angle brackets is never looked into. */
const PIECES =
  /<([^<>\s|]+)(?:\|([^<>\n]*))?>|`([^`\n]+)`|(?<![\p{L}\p{N}])([*_~])(?=\S)((?:<[^<>\n]*>|(?!\4)[^\n])+?)(?<=\S)\4(?![\p{L}\p{N}])|\n/gu;
const MARKS = /** @type {const} */ ({ '*': 'bold', _: 'italic', '~': 'strike' });
/** What Slack writes in mentions and dates: shown by its own words if there are any. */
const SPECIAL = /^[!@#]/;

/**
 * Slack's mrkdwn in pieces of plain text, as far as we write it.
 * @param {string} source
 * @returns {Piece[]}
 */
export function mrkdwn(source) {
  /** @type {Piece[]} */
  const pieces = [];
  let at = 0;
  for (const match of source.matchAll(PIECES)) {
    if (match.index > at) pieces.push({ type: 'text', text: plain(source.slice(at, match.index)) });
    pieces.push(piece(match));
    at = match.index + match[0].length;
  }
  if (at < source.length) pieces.push({ type: 'text', text: plain(source.slice(at)) });
  return pieces;
}

/**
 * @param {RegExpMatchArray} match
 * @returns {Piece}
 */
function piece([, address, label, code, mark, marked]) {
  if (address !== undefined) return linkPiece(address, label);
  if (code !== undefined) return { type: 'code', text: plain(code) };
  if (mark === undefined || marked === undefined) return { type: 'break' };
  return { type: MARKS[/** @type {'*' | '_' | '~'} */ (mark)], pieces: mrkdwn(marked) };
}

/**
 * @param {string} address
 * @param {string | undefined} label
 * @returns {Piece}
 */
function linkPiece(address, label) {
  const text = plain(label ?? address.replace(/^(mailto|tel):/, ''));
  return SPECIAL.test(address) ? { type: 'text', text } : { type: 'link', text, address: plain(address) };
}

/**
 * Slack knows these three escapes and no other.
 * @param {string} text
 */
function plain(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
