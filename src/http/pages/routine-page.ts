import {
  type PaperContact,
  paperContact,
  type RoutineInWords,
  routineInWords,
  type StepInWords,
} from '../../conversation/routine/words.ts';
import { fullMoment } from '../../conversation/words/moment.ts';
import { say } from '../../locales/say.ts';
import { type Html, html } from '../html.ts';
import type { Admitted } from '../routes/admission.ts';
import { page } from './layout.ts';

/**
 * The routines and the numbers, made for paper: every printed page carries version and date (scenario A6). Tables repeat
 * their foot on each page, which is why the content stands in one.
 */
export function routinePage({ playbook, language, key }: Admitted, now: Temporal.ZonedDateTime): string {
  const audience = key === null ? 'everybody' : 'trusted';
  const routines = [...playbook.routines.values()].map((routine) => ({
    ...routineInWords(playbook, routine, language, audience),
    id: routine.id,
  }));
  const contacts = [...playbook.contacts.values()].map((contact) =>
    paperContact(playbook, contact, language, audience, now.toPlainDate()),
  );
  const foot = say(language, 'routine.version', {
    name: playbook.name,
    version: playbook.version,
    date: fullMoment(now, language),
  });
  const numbers = contacts.filter(
    (contact) => contact.phone !== null || contact.email !== null || contact.url !== null || contact.hidden,
  );
  const content = html`<main><table class="paper" role="presentation"><tfoot><tr><td>${foot}</td></tr></tfoot><tbody><tr><td>
<header><p>${playbook.name}</p><h1>${say(language, 'routine.title')}</h1><p>${say(language, 'routine.intro')}</p></header>
${routines.length === 0 && html`<p>${say(language, 'routine.none')}</p>`}
${routines.map((routine) => routineSection(routine, say(language, 'routine.afterwards')))}
<section class="step"><h2>${say(language, 'routine.numbers')}</h2>
<ul class="contacts">${numbers.map(contactItem)}</ul>
${contacts.some(({ hidden }) => hidden) && html`<p class="remark">${say(language, 'contact.hidden')}</p>`}
</section>
</td></tr></tbody></table></main>`;
  return page(language, `${say(language, 'routine.title')} – ${playbook.name}`, content);
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
