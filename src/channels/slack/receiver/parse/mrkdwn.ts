/** What stands between `<` and `>` in Slack's markup: a mention, a channel, a command, a link. */
const MARK = /<([^<>]*)>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/**
 * Slack's markup as plain text: mentions as names where Slack tells them, links with their words and address, entities
 * as the signs they stand for. Marks such as `*` stay: people write them too.
 * @param own the bot's ids, whose mention says nothing; it knows that it is meant
 * Source: “Formatting message text”, docs.slack.dev
 */
export function textOfMrkdwn(text: string, own: readonly string[]): string {
  return decoded(text.replace(MARK, (whole, inner: string) => marked(inner, own) ?? whole))
    .replace(/[\u00a0\u2007]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

/** Still encoded; null for what is no mark of Slack's. */
function marked(inner: string, own: readonly string[]): string | null {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : inner.slice(bar + 1);
  const rest = target.slice(1);
  switch (target[0]) {
    case '@':
      return own.includes(rest) ? '' : `@${label || rest}`;
    case '#':
      return `#${label || rest}`;
    case '!':
      return commanded(rest, label);
    default:
      return linked(target, label);
  }
}

/** `<!channel>`, `<!subteam^S123|@it>`, `<!date^0^{date}|fallback>`: words without force. */
function commanded(command: string, label: string): string {
  if (label !== '') return label;
  const [name = '', id = ''] = command.split('^');
  return name === 'subteam' ? `@${id}` : `@${name}`;
}

function linked(address: string, label: string): string | null {
  if (!/^[a-z][a-z0-9+.-]{0,20}:/i.test(address)) return null;
  const short = address.replace(/^(?:mailto|tel):/i, '');
  if (label === '' || label === address || label === short) return short;
  // Slack makes links of what looks like one, and leaves out what people did not write.
  if (/^https?:\/\//i.test(address) && address.replace(/^https?:\/\//i, '').replace(/\/$/, '') === label)
    return address;
  return `${label} (${short})`;
}

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? '');
}
