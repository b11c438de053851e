const ESCAPES = /** @type {Record<string, string>} */ ({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
});
/** Stands for an escaped character while marks are looked for; a private character that is taken out of texts. */
const HELD = '\uE000';

/**
 * The little Markdown that Teams shows in a card, as markup that is safe: all of the text is escaped first, and only
 * marks of our own become elements.
 * @param {string} text
 */
export function markdownToHtml(text) {
  /** @type {string[]} */
  const held = [];
  const kept = text
    .replaceAll(HELD, '')
    .replace(
      /\\([\\`*_{}[\]()#+\-.!<>|~])/g,
      (_whole, character) => `${HELD}${held.push(escaped(character)) - 1};`,
    );
  const marked = inline(escaped(kept)).replace(/\r?\n/g, '<br>');
  return `<p>${marked.replace(new RegExp(`${HELD}(\\d+);`, 'g'), (_whole, i) => held[Number(i)] ?? '')}</p>`;
}

/** @param {string} text */
function inline(text) {
  return text
    .replace(
      /\[([^\]\n]+)\]\(((?:https?:\/\/|tel:|mailto:)[^\s)]+)\)/g,
      '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>',
    )
    .replace(/\*\*(\S(?:[^\n]*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])_(\S(?:[^\n]*?\S)?)_(?=$|[\s).,:;!?])/g, '$1<em>$2</em>');
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}
