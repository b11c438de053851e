/** @import { AnswerInWords, ContactInWords, StepInWords } from '../../../../conversation/who/answer-in-words.ts' */
/** @import { CallMessage } from '../../../../conversation/messages.ts' */
import { el, link } from '../dom.js';

/**
 * Whom to call: the numbers big, and what holds until when.
 * @param {CallMessage} message
 * @returns {HTMLElement[]}
 */
export function call({ lead, answer, question }) {
  return [
    ...lead.map((line) => el('p', {}, line)),
    el('h3', {}, answer.title),
    el('p', { class: 'soft' }, answer.matter),
    ...emergency(answer),
    el('p', { class: `status ${answer.tone}` }, answer.status),
    ...answer.skipped.map((line) => el('p', { class: 'remark' }, line)),
    ...answer.steps.flatMap(step),
    ...last(answer),
    el('p', { class: 'soft' }, `${answer.holds} ${answer.asOf}`),
    ...(question === null ? [] : [el('p', { class: 'question' }, question)]),
  ];
}

/**
 * A contact with every way to it.
 * @param {ContactInWords} contact
 */
export function contactItem({ role, phone, extension, email, url, remarks, until }) {
  const about = [extension, until].filter((part) => part !== null && part !== '').join(' · ');
  return el(
    'li',
    {},
    el('span', { class: 'role' }, role),
    about !== '' && [' ', el('span', { class: 'soft' }, about)],
    phone !== null && link(phone.href, { class: 'way' }, phone.text),
    email !== null && link(`mailto:${email}`, { class: 'way mail' }, email),
    url !== null && link(url, { class: 'way mail' }, url.replace(/^https?:\/\//, '')),
    remarks.map((remark) => el('span', { class: 'remark' }, remark)),
  );
}

/** @param {AnswerInWords} answer */
function emergency({ emergency: danger }) {
  if (danger === null) return [];
  return [el('p', { class: 'emergency' }, danger.text, ' ', link(danger.phone.href, {}, danger.phone.text))];
}

/** @param {StepInWords} words */
function step({ lead, heading, remarks, contacts, receipt }) {
  return [
    ...(lead === null ? [] : [el('p', { class: 'lead' }, lead)]),
    el(
      'section',
      { class: 'step' },
      el('h4', {}, heading),
      remarks.map((remark) => el('p', {}, remark)),
      el('ul', { class: 'contacts' }, contacts.map(contactItem)),
      receipt !== null && el('p', { class: 'soft' }, receipt),
    ),
  ];
}

/** @param {AnswerInWords} answer */
function last({ last: end }) {
  if (end === null) return [];
  return [
    el('p', { class: 'lead' }, end.heading),
    el('div', { class: 'step' }, el('ul', { class: 'contacts' }, contactItem(end.contact))),
  ];
}
