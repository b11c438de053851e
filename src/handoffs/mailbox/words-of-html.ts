/** What is inside of these is not for reading. */
const UNREAD: ReadonlySet<string> = new Set(['style', 'script', 'head', '!--']);
/** These end a line. */
const ENDS: ReadonlySet<string> = new Set(['br', '/p', '/div', '/tr', '/li']);

/**
 * The words of a page, as far as they are needed to be read: no markup is kept. Each character is looked at once, so that a
 * page made to be slow is not; a tag that never ends takes what follows with it.
 */
export function wordsOfHtml(html: string): string {
  const [before = '', ...tags] = html.split('<');
  let unread: string | null = null;
  let words = before;
  for (const tag of tags) {
    const name = /^(?:!--|\/?[a-z][a-z0-9]*)/i.exec(tag)?.[0].toLowerCase() ?? '';
    unread ??= UNREAD.has(name) ? name : null;
    const end = unread === null ? tag.indexOf('>') : endOf(unread, name, tag);
    if (end === -1) continue;
    unread = null;
    words += `${ENDS.has(name) ? '\n' : ''}${tag.slice(end + 1)}`;
  }
  return decoded(words);
}

/** Where something that is not for reading ends, if it does in this piece. */
function endOf(unread: string, name: string, piece: string): number {
  if (unread !== '!--') return name === `/${unread}` ? piece.indexOf('>') : -1;
  const at = piece.indexOf('-->');
  return at === -1 ? -1 : at + '-->'.length - 1;
}

function decoded(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
