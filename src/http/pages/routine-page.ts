import { standingWords } from '../../conversation/paper/pack.ts';
import { paperVersion } from '../../conversation/paper/version.ts';
import type { PaperContact, RoutineInWords, StepInWords } from '../../conversation/routine/words.ts';
import { memoryMark } from '../../conversation/words/from-memory.ts';
import { fullMoment } from '../../conversation/words/moment.ts';
import type { Language } from '../../domain/organisation/language.ts';
import { say } from '../../locales/say.ts';
import { QUIET_ZONE, qrCode } from '../../paper/qr.ts';
import { type Html, html } from '../html.ts';
import type { Admitted } from '../routes/admission.ts';
import { printedAddress } from '../routes/printed-address.ts';
import { page } from './layout.ts';

/** What a page knows of the paper that it becomes, or that led to it. */
export interface OnPaper {
  /** Where people reach the service; null: nobody said, and no code is printed. */
  readonly publicUrl: string | null;
  /** The version of the copy that somebody scanned; null: they did not come by one. */
  readonly printed: string | null;
  /** Whether the pack is to be had beside the page: not where the page is a copy in a folder. */
  readonly hasPack: boolean;
}

const NO_PAPER: OnPaper = { publicUrl: null, printed: null, hasPack: false };

/**
 * The routines and the numbers, made for paper: every printed page carries version and date, and the first one a code that leads
 * to what holds now (scenario A6). Tables repeat their foot on each page, which is why the content stands in one.
 */
export function routinePage(admitted: Admitted, now: Temporal.ZonedDateTime, onPaper = NO_PAPER): string {
  const { playbook, language, key } = admitted;
  const audience = key === null ? 'everybody' : 'trusted';
  const { routines, numbers } = standingWords(playbook, language, audience, now.toPlainDate());
  const version = paperVersion(playbook, language, audience);
  const foot = say(language, 'routine.version', {
    ...{ name: playbook.name, version, date: fullMoment(now, language) },
  });
  const content = html`<main><table class="paper" role="presentation"><tfoot><tr><td>${foot}</td></tr></tfoot><tbody><tr><td>
<header><p>${playbook.name}</p><h1>${say(language, 'routine.title')}</h1><p>${say(language, 'routine.intro')}</p>${memoryMark(playbook, language, now).map((mark) => html`<p class="notice">${mark}</p>`)}</header>
${onPaper.printed !== null && printedNotice(language, onPaper.printed, version)}
${onPaper.hasPack && packLink(admitted)}
${onPaper.publicUrl !== null && codeOf(admitted, onPaper.publicUrl, version)}
${routines.length === 0 && html`<p>${say(language, 'routine.none')}</p>`}
${routines.map((routine) => routineSection(routine, say(language, 'routine.afterwards')))}
<section class="step"><h2>${say(language, 'routine.numbers')}</h2>
<ul class="contacts">${numbers.map(contactItem)}</ul>
${numbers.some(({ hidden }) => hidden) && html`<p class="remark">${say(language, 'contact.hidden')}</p>`}
</section>
</td></tr></tbody></table></main>`;
  return page(language, `${say(language, 'routine.title')} – ${playbook.name}`, content);
}

/** Whoever scanned a copy is told first whether it still holds. */
function printedNotice(language: Language, printed: string, version: string): Html {
  return printed === version
    ? html`<p class="sure">${say(language, 'paper.same', { version })}</p>`
    : html`<p class="notice" role="alert">${say(language, 'paper.outdated', { printed, version })}</p>`;
}

function packLink({ playbook, language, key }: Admitted): Html {
  const query = new URLSearchParams({ lang: language, ...(key !== null && { key }) });
  return html`<p class="screen-only"><a href="${`/routine/${playbook.organisation}/pack.pdf?${query}`}">${say(language, 'paper.pdf')}</a></p>`;
}

/** Only on paper: who looks at the page has what holds now before them. */
function codeOf({ playbook, language, key }: Admitted, base: string, version: string): Html {
  const { organisation } = playbook;
  const { size, path } = qrCode(printedAddress({ base, organisation, language, key, version }));
  const box = `${-QUIET_ZONE} ${-QUIET_ZONE} ${size + 2 * QUIET_ZONE} ${size + 2 * QUIET_ZONE}`;
  const words = say(language, 'paper.scan');
  return html`<p class="code"><svg viewBox="${box}" role="img" aria-label="${words}" shape-rendering="crispEdges"><path d="${path}"/></svg><span>${words}</span></p>`;
}

function routineSection(
  { id, name, remarks, steps, afterwards }: RoutineInWords & { readonly id: string },
  afterwardsTitle: string,
): Html {
  return html`<section class="step routine" id="routine-${id}"><h2>${name}</h2>
${remarks.map((remark) => html`<p class="remark">${remark}</p>`)}
<ol>${steps.map(stepItem)}</ol>
${afterwards.length > 0 && html`<h3>${afterwardsTitle}</h3><ol>${afterwards.map(stepItem)}</ol>`}
</section>`;
}

function stepItem({ text, contacts }: StepInWords): Html {
  return html`<li>${text}${contacts.length > 0 && html`<ul class="ways">${contacts.map((contact) => html`<li>${ways(contact)}</li>`)}</ul>`}</li>`;
}

function contactItem(contact: PaperContact): Html {
  return html`<li>${ways(contact)}${contact.hours.length > 0 && html`<ul class="hours">${contact.hours.map((line) => html`<li>${line}</li>`)}</ul>`}</li>`;
}

function ways({ role, phone, email, url, where }: PaperContact): Html {
  return html`<span class="role">${role}</span>${phone !== null && html` <a class="number" href="${phone.href}">${phone.text}</a>`}${
    email !== null && html` <a href="mailto:${email}">${email}</a>`
  }${url !== null && html` <a href="${url}">${url.replace(/^https?:\/\//, '')}</a>`}${where !== null && html` <span class="remark">${where}</span>`}`;
}
