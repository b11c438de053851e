import { cut } from '../../../conversation/plain-text/clean.ts';
import type { ContactInWords } from '../../../conversation/who/answer-in-words.ts';
import type { Block } from '../blocks.ts';
import { SLACK_LIMITS } from '../limits.ts';
import { link, type Mrkdwn, mrkdwn, type PlainText, plain } from '../text.ts';

/** Characters of an address as it is shown. */
const ADDRESS = 100;

/** Contacts beside the ways to reach them: who is plain text, since people wrote it; the ways are links. */
export function contactBlocks(contacts: readonly ContactInWords[]): Block[] {
  return contacts.map((contact) => {
    const ways = waysOf(contact);
    // Half of the width is for nothing where there is no way to put beside.
    return ways === ''
      ? { type: 'section', text: whoIs(contact) }
      : { type: 'section', fields: [whoIs(contact), mrkdwn(ways)] };
  });
}

function whoIs({ role, extension, until, remarks }: ContactInWords): PlainText | Mrkdwn {
  const when = [extension ?? '', until].filter((text) => text !== '').join(' · ');
  return plain([role, when, ...remarks].filter((text) => text !== '').join('\n'), SLACK_LIMITS.field);
}

function waysOf({ phone, email, url }: ContactInWords): string {
  return [
    ...(phone === null ? [] : [phoneLink(phone)]),
    ...(email === null ? [] : [link(`mailto:${email}`, cut(email, ADDRESS))]),
    ...(url === null || !/^https?:\/\//i.test(url)
      ? []
      : [link(url, cut(url.replace(/^https?:\/\/|\/$/gi, ''), ADDRESS))]),
  ].join('\n');
}

/** A number to press, bold: it is what is looked for. */
export function phoneLink({ href, text }: { readonly href: string; readonly text: string }): string {
  return `*${link(href, text)}*`;
}
