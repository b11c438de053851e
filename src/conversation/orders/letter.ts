import type { SupplierWord } from '../../domain/orders/commands.ts';
import type { Order } from '../../domain/orders/order.ts';
import { inLanguage } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { say } from '../../locales/say.ts';
import { cleanText, cut } from '../plain-text/clean.ts';
import { fullMoment } from '../words/moment.ts';

/** A word to the supplier, in the organisation's own language. */
export interface LetterWords {
  /** With the reference, on one line. */
  readonly subject: string;
  /** What it is about, on one line, without the reference. */
  readonly brief: string;
  readonly text: string;
}

const LIMITS = { subject: 150, brief: 100, text: 12_000 } as const;

/** What the supplier reads. The reference stands in the subject and in the text: by it an answer is known. */
export function letterWords(playbook: Playbook, order: Order, word: SupplierWord): LetterWords {
  const [language] = playbook.languages;
  const { name } = playbook;
  const brief = briefOf(playbook, order);
  const values = { reference: order.id, organisation: name, brief, why: whyOf(order, word) };
  const paragraphs = [
    say(language, `order-letter.${word}`, values),
    factsOf(playbook, order),
    say(language, 'order-letter.answer', { reference: order.id }),
    name,
  ];
  return {
    subject: oneLine(say(language, 'order-letter.subject', values), LIMITS.subject),
    brief: oneLine(brief, LIMITS.brief),
    text: cut(cleanText(paragraphs.filter((each) => each !== '').join('\n\n')), LIMITS.text),
  };
}

function briefOf(playbook: Playbook, { ordered: { service, what } }: Order): string {
  const [language] = playbook.languages;
  const found = playbook.services.get(service ?? '');
  const [first = ''] = what.split('\n');
  const name = found === undefined ? null : inLanguage(found.name, language, playbook.languages);
  const parts = [name, first === '' ? null : first].filter((part) => part !== null);
  return parts.length === 0 ? say(language, 'receipt.untitled') : parts.join(': ');
}

/** Why somebody said no, or what is still wrong. */
function whyOf({ quote, invoice, history }: Order, word: SupplierWord): string {
  if (word === 'quote-declined') return quote?.why ?? '–';
  if (word === 'invoice-rejected') return invoice?.why ?? '–';
  const last = history.findLast(({ what }) => what === word);
  return last?.text ?? '–';
}

function factsOf(playbook: Playbook, order: Order): string {
  const [language] = playbook.languages;
  const { service, site, where, what, urgent, since, contactBack, reporter } = order.ordered;
  const at = Temporal.Instant.fromEpochMilliseconds(order.at).toZonedDateTimeISO(playbook.timezone);
  const local = (text: Parameters<typeof inLanguage>[0] | undefined): string | null =>
    text === undefined ? null : inLanguage(text, language, playbook.languages);
  const facts: [TextKey, string | null][] = [
    ['order-letter.reference', order.id],
    ['fact.class', say(language, urgent ? 'order-letter.urgent' : 'order-letter.not-urgent')],
    ['fact.service', local(playbook.services.get(service ?? '')?.name)],
    ['fact.what', what === '' ? null : what],
    ['fact.where', where ?? local(playbook.sites.get(site ?? '')?.name)],
    ['fact.since', since],
    ['fact.reporter', reporter === null ? null : [reporter.name, reporter.email].filter(Boolean).join(', ')],
    ['order-letter.contact-back', contactBack],
    ['order-letter.ordered', fullMoment(at, language)],
  ];
  return facts
    .flatMap(([label, value]) => (value === null ? [] : [`${say(language, label)}: ${value}`]))
    .join('\n');
}

function oneLine(text: string, max: number): string {
  return cut(cleanText(text).replaceAll(/\s+/g, ' ').trim(), max);
}
