import type { AnswerInWords, ContactInWords, StepInWords } from '../../conversation/who/answer-in-words.ts';
import { className } from '../../conversation/words/class-name.ts';
import { fullMoment } from '../../conversation/words/moment.ts';
import { MATTER_CLASSES, type MatterClass } from '../../domain/contacts/contact.ts';
import type { Situation } from '../../domain/contacts/situation.ts';
import { inLanguage, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import { type Html, html } from '../html.ts';
import { page } from './layout.ts';
import { whoForm } from './who-form.ts';

/** What the page was asked for. */
export interface WhoRequest {
  readonly situation: Situation;
  readonly language: Language;
  /** The moment that was picked; null is now. */
  readonly chosenAt: Temporal.ZonedDateTime | null;
  readonly now: Temporal.ZonedDateTime;
  readonly key: string | null;
}

/** The address of the page for a request, changed in some parts. */
export function whoAddress(
  playbook: Playbook,
  request: WhoRequest,
  change: Readonly<Record<string, string | null>> = {},
): string {
  const { situation, language, chosenAt, key } = request;
  const at = chosenAt === null ? null : chosenAt.toPlainDateTime().toString({ smallestUnit: 'minute' });
  const lang = language === playbook.languages[0] ? null : language;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...situation, at, lang, key, ...change }))
    if (value !== null) query.set(name, value);
  return `/who/${playbook.organisation}?${query}`;
}

/** The answer for a person on a phone when Teams is down: big numbers, until when, what then. */
export function whoPage(playbook: Playbook, request: WhoRequest, words: AnswerInWords): string {
  const { language, chosenAt } = request;
  const content = html`
<header><p>${playbook.name}</p><h1>${words.title}</h1></header>
<main>
<nav class="tabs" aria-label="${say(language, 'form.class')}">${MATTER_CLASSES.map((name) => classTab(playbook, request, name))}</nav>
${explained(playbook, request)}
${chosenAt !== null && html`<p class="notice">${say(language, 'form.chosen-time', { at: fullMoment(chosenAt, language) })} <a href="${whoAddress(playbook, request, { at: null })}">${say(language, 'form.now')}</a></p>`}
${words.emergency !== null && html`<p class="emergency"><span>${words.emergency.text}</span> <a href="${words.emergency.phone.href}">${words.emergency.phone.text}</a></p>`}
<p class="status ${words.tone}">${words.status}${words.tone === 'shut' && html`<small>${say(language, 'who.meanwhile')}</small>`}</p>
${words.skipped.map((text) => html`<p class="remark">${text}</p>`)}
${words.steps.map(step)}
${words.last !== null && html`<p class="lead">${words.last.heading}</p><section class="step"><ul class="contacts">${contact(words.last.contact)}</ul></section>`}
${whoForm(playbook, request)}
</main>
<footer><p>${words.holds} ${words.asOf}</p><p class="print-only">${say(language, 'page.print-note', { at: fullMoment(request.now, language) })}</p>${languages(playbook, request)}${paperLink(playbook, request)}</footer>`;
  return page(language, `${words.title} – ${playbook.name}`, content);
}

function classTab(playbook: Playbook, request: WhoRequest, name: MatterClass): Html {
  const text = className(playbook, name, request.language);
  const current = name === request.situation.class;
  return html`<a href="${whoAddress(playbook, request, { class: name })}"${current && html` aria-current="page"`}>${text}</a>`;
}

function explained(playbook: Playbook, { situation, language }: WhoRequest): Html | null {
  const explains = playbook.classes.get(situation.class)?.explains ?? null;
  return explains === null
    ? null
    : html`<p class="remark">${inLanguage(explains, language, playbook.languages)}</p>`;
}

function step(words: StepInWords): Html {
  return html`${words.lead !== null && html`<p class="lead">${words.lead}</p>`}
<section class="step"><h2>${words.heading}</h2>
${words.remarks.map((remark) => html`<p>${remark}</p>`)}
<ul class="contacts">${words.contacts.map(contact)}</ul>
${words.receipt !== null && html`<p class="receipt">${words.receipt}</p>`}</section>`;
}

function contact(words: ContactInWords): Html {
  const { phone, email, url } = words;
  return html`<li><span class="role">${words.role}</span> <span class="until">${[words.extension, words.until].filter((part) => part !== null && part !== '').join(' · ')}</span>
${phone !== null && html`<a class="way" href="${phone.href}">${phone.text}</a>`}
${email !== null && html`<a class="way mail" href="mailto:${email}">${email}</a>`}
${url !== null && html`<a class="way web" href="${url}">${url.replace(/^https?:\/\//, '')}</a>`}
${words.remarks.map((remark) => html`<p class="remark">${remark}</p>`)}</li>`;
}

function paperLink(
  { organisation, routines, languages: [own] }: Playbook,
  { language, key }: WhoRequest,
): Html | null {
  if (routines.size === 0) return null;
  const query = new URLSearchParams({
    ...(language === own ? {} : { lang: language }),
    ...(key === null ? {} : { key }),
  });
  return html`<p><a href="${`/routine/${organisation}?${query}`}">${say(language, 'routine.link')}</a></p>`;
}

function languages(playbook: Playbook, request: WhoRequest): Html | null {
  if (playbook.languages.length < 2) return null;
  const others = playbook.languages.filter((language) => language !== request.language);
  return html`<nav class="languages" aria-label="${say(request.language, 'form.language')}">${others.map(
    (language) =>
      html`<a href="${whoAddress(playbook, request, { lang: language })}" hreflang="${language}" lang="${language}">${say(language, 'language.name')}</a>`,
  )}</nav>`;
}
