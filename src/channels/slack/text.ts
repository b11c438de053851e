import { boundary, cut } from '../../conversation/plain-text/clean.ts';
import { SLACK_LIMITS } from './limits.ts';

/** Text that Slack shows as it is: no marks, no mentions, no `:emoji:`. */
export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

/** Text in Slack's markup. `verbatim` keeps it from making links and mentions of what looks like one. */
export interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

/** Whatever people wrote is plain text. */
export function plain(text: string, max: number = SLACK_LIMITS.section): PlainText {
  return { type: 'plain_text', text: cut(text, max), emoji: false };
}

/** Only for what we put together ourselves out of escaped parts. */
export function mrkdwn(markup: string): Mrkdwn {
  return { type: 'mrkdwn', text: markup, verbatim: true };
}

/**
 * Bold where no character in it could end the bold or mean something else; else plain, since Slack has no escape. A time
 * of day is no `:emoji:`: those have a colon at both ends, and no blank between.
 */
export function strong(text: string, max: number = SLACK_LIMITS.field): PlainText | Mrkdwn {
  const short = cut(text, max - 2);
  return /[*_~`<>&\n@#]|:[^\s:]*:/.test(short) ? plain(text, max) : mrkdwn(`*${short}*`);
}

/** The three characters that Slack reads as its own. Mentions, channels and links need one of them. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A link with its words; its address must be one that we made. */
export function link(address: string, words: string): string {
  return `<${escaped(address).replaceAll('|', '%7C')}|${escaped(words).replaceAll('|', '¦')}>`;
}

/** A text in pieces that Slack takes, cut between lines or words where that is possible. */
export function pieces(text: string, max: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const line = rest.lastIndexOf('\n', max);
    const space = rest.lastIndexOf(' ', max);
    const end = line > max / 2 ? line : space > max / 2 ? space : boundary(rest, max);
    found.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? found : [...found, rest];
}
