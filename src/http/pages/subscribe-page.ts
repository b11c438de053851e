import type { Language, LocalText } from '../../domain/organisation/language.ts';
import { inLanguage } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { TextKey } from '../../locales/catalogue.ts';
import { say } from '../../locales/say.ts';
import { type Html, html } from '../html.ts';
import { page } from './layout.ts';

/** Who reads the page: the organisation, the language, and the key of the link if one is needed. */
export interface SubscribeReader {
  readonly playbook: Playbook;
  readonly language: Language;
  readonly key: string | null;
}

/** What was filled in, for when it has to be filled in again. */
export interface SubscribeFields {
  readonly address: string;
  readonly kinds: string;
  readonly site: string;
  readonly service: string;
}

export const NO_FIELDS: SubscribeFields = { address: '', kinds: '', site: '', service: '' };

/** The form that asks for notices by mail. A plain form: it works without JavaScript. */
export function subscribePage(
  reader: SubscribeReader,
  fields: SubscribeFields,
  problem: TextKey | null,
): string {
  const { playbook, language } = reader;
  const text = (key: TextKey): string => say(language, key);
  const content = html`<form class="step" action="/status/${playbook.organisation}/subscribe" method="post">
<p>${text('subscribe.text')}</p>
${problem !== null && html`<p class="notice" id="problem" role="alert">${text(problem)}</p>`}
${carried(reader)}
<label>${text('subscribe.address')}<input type="email" name="address" autocomplete="email" maxlength="254" required value="${fields.address}"${problem === 'subscribe.bad-address' && html` aria-invalid="true" aria-describedby="problem"`}></label>
${choice(text('subscribe.kinds'), 'kinds', fields.kinds, [
  ['', text('subscribe.both')],
  ['outage', text('subscribe.outage')],
  ['maintenance', text('subscribe.maintenance')],
])}
${choice(text('subscribe.site'), 'site', fields.site, named(reader, playbook.sites))}
${choice(text('subscribe.service'), 'service', fields.service, named(reader, playbook.services))}
${choice(
  text('subscribe.language'),
  'language',
  language,
  playbook.languages.map((each) => [each, say(each, 'language.name')]),
)}
<button>${text('subscribe.send')}</button>
</form>`;
  return framed(reader, content);
}

/** A page that says what came of it. */
export function subscribeAnswer(reader: SubscribeReader, text: string): string {
  return framed(reader, html`<p class="status open">${text}</p>`);
}

/** A page that asks for one press: opening a link alone does nothing, for programs open links too. */
export function subscribeAsk(
  reader: SubscribeReader,
  question: string,
  button: string,
  action: string,
  hidden: URLSearchParams,
): string {
  const inputs = [...hidden].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return framed(
    reader,
    html`<form class="step" action="${action}" method="post"><p>${question}</p>${inputs}<button>${button}</button></form>`,
  );
}

function framed({ playbook, language, key }: SubscribeReader, content: Html): string {
  const title = say(language, 'subscribe.title');
  const back = new URLSearchParams({ lang: language, ...(key !== null && { key }) });
  return page(
    language,
    `${title} – ${playbook.name}`,
    html`<header><p>${playbook.name}</p><h1>${title}</h1></header><main>${content}</main>
<footer><p><a href="/status/${playbook.organisation}?${back.toString()}">${say(language, 'subscribe.back')}</a></p></footer>`,
  );
}

function carried({ key }: SubscribeReader): Html | null {
  return key === null ? null : html`<input type="hidden" name="key" value="${key}">`;
}

function named(
  { playbook, language }: SubscribeReader,
  entries: ReadonlyMap<string, { readonly name: LocalText }>,
): readonly (readonly [string, string])[] {
  if (entries.size === 0) return [];
  const names = [...entries].map(
    ([id, { name }]) => [id, inLanguage(name, language, playbook.languages)] as const,
  );
  return [['', say(language, 'subscribe.all')], ...names];
}

function choice(
  label: string,
  name: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
): Html | null {
  if (options.length === 0) return null;
  return html`<label>${label}<select name="${name}">${options.map(
    ([value, words]) =>
      html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`,
  )}</select></label>`;
}
