import { cut } from '../../../conversation/plain-text/clean.ts';
import type { ContactInWords } from '../../../conversation/who/answer-in-words.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { literals } from './parts.ts';
import { inRows, isLong } from './rows.ts';

interface Way {
  readonly title: string;
  readonly url: string;
  readonly style: 'positive' | 'default';
}

/** Characters of an address on its button. */
const ADDRESS = 60;

/** How a number is shown: big to read and to press, or on its button only. */
export type Prominence = 'big' | 'small';

/** A contact with a button for each way to reach it. */
export function contactData(contact: ContactInWords, language: Language, prominence: Prominence): object {
  const { role, phone, extension, until, remarks } = contact;
  return {
    role: literal(role),
    until: literals([extension ?? '', until]).map((text) => `, ${text}`),
    numbers: prominence === 'big' && phone !== null ? literals([phone.text]) : [],
    remarks: literals(remarks),
    addresses: literals([contact.email ?? '', shownUrl(contact.url)].filter(isLong)),
    ways: inRows(waysOf(contact, language, prominence)),
  };
}

function waysOf({ phone, email, url }: ContactInWords, language: Language, prominence: Prominence): Way[] {
  const ways = [
    ...(phone === null
      ? []
      : [{ title: say(language, 'render.call', { phone: phone.text }), url: phone.href }]),
    ...(email === null
      ? []
      : [{ title: isLong(email) ? say(language, 'render.write') : email, url: `mailto:${email}` }]),
    ...(url === null
      ? []
      : [{ title: isLong(shownUrl(url)) ? say(language, 'render.visit') : shownUrl(url), url }]),
  ].filter((each) => isAddress(each.url));
  return ways.map(({ title, url: address }, i) =>
    way(title, address, prominence === 'big' && i === 0 ? 'positive' : 'default'),
  );
}

function shownUrl(url: string | null): string {
  return url?.replace(/^https?:\/\/|\/$/gi, '') ?? '';
}

/** A button for an address. */
export function way(title: string, url: string, style: Way['style'] = 'default'): Way {
  return { title: literal(cut(title, ADDRESS)), url, style };
}

/** Whether an address is of a kind that a person means to open. */
export function isAddress(address: string): boolean {
  return /^(?:tel:[+\d]+$|mailto:[^\s]+@|https?:\/\/)/i.test(address);
}
