/** @import { AskMessage, ConfirmMessage, Fact, FormMessage, MenuMessage, Message, NoticeMessage, ProposalMessage, ReceiptMessage, ReportsMessage, SayMessage } from '../../../../conversation/messages.ts' */
/** @import { Doing } from './chat.js' */
import { el, picture } from '../dom.js';
import { call } from './chat-call.js';
import { routine } from './chat-routine.js';

/**
 * What a message says, without the choices below it.
 * @param {Message} message
 * @param {Doing} doing
 * @returns {HTMLElement[]}
 */
export function content(message, doing) {
  switch (message.kind) {
    case 'say':
    case 'confirm':
      return said(message);
    case 'ask':
      return ask(message);
    case 'call':
      return call(message);
    case 'receipt':
      return receipt(message);
    case 'routine':
      return routine(message, doing);
    case 'reports':
      return reports(message, doing);
    case 'notice':
      return notice(message);
    case 'menu':
      return menu(message);
    case 'form':
      return form(message, doing);
    case 'proposal':
      return proposal(message);
    default:
      return assertNever(message);
  }
}

/**
 * Text with its line ends, as paragraphs.
 * @param {string} text
 * @param {string | null} [look]
 */
export function paragraphs(text, look = null) {
  return text.split(/\n{2,}/).map((part) => el('p', { class: look }, part));
}

/**
 * A small table of facts.
 * @param {readonly Fact[]} facts
 */
export function factList(facts) {
  if (facts.length === 0) return [];
  const rows = facts.map(({ label, value }) => el('div', {}, el('dt', {}, label), el('dd', {}, value)));
  return [el('dl', { class: 'facts' }, rows)];
}

/** @param {SayMessage | ConfirmMessage} message */
function said({ text }) {
  return paragraphs(text);
}

/** @param {AskMessage} message */
function ask({ text, hint }) {
  const [first = '', ...rest] = text.split(/\n+/);
  return [
    el('p', { class: 'question' }, first),
    ...rest.map((part) => el('p', {}, part)),
    ...(hint === null ? [] : [el('p', { class: 'soft' }, hint)]),
  ];
}

/** @param {ReceiptMessage} message */
function receipt({ title, reference, state, facts, pictures, history, notes }) {
  return [
    el('h3', {}, title),
    el('p', { class: 'reference' }, el('code', {}, reference), ' ', el('span', { class: 'state' }, state)),
    ...factList(facts),
    ...(pictures.length === 0
      ? []
      : [
          el(
            'p',
            { class: 'pictures' },
            pictures.map(({ name, address }) => picture(address, name)),
          ),
        ]),
    ...notes.map((note) => el('p', { class: 'remark' }, note)),
    ...historyList(history),
  ];
}

/**
 * What happened, oldest first.
 * @param {ReceiptMessage['history']} history
 */
function historyList(history) {
  if (history.length === 0) return [];
  const rows = history.map(({ at, text }) => el('li', {}, el('span', { class: 'soft' }, at), ' ', text));
  return [el('ol', { class: 'history' }, rows)];
}

/**
 * @param {ReportsMessage} message
 * @param {Doing} doing
 */
function reports({ title, items, note, choices }, doing) {
  const rows = items.map(({ reference, title: what, state, when, choice }) => {
    const label = choices.find(({ id }) => id === choice)?.label ?? reference;
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          'data-choice': choice,
          'data-says': label,
          click: () => doing.press(choice, label),
        },
        el('strong', {}, what),
        el('span', { class: 'soft' }, `${reference} · ${state} · ${when}`),
      ),
    );
  });
  return [
    el('h3', {}, title),
    ...(rows.length === 0 ? [] : [el('ul', { class: 'reports' }, rows)]),
    ...(note === null ? [] : [el('p', { class: 'soft' }, note)]),
  ];
}

/** @param {NoticeMessage} message */
function notice({ title, marks, facts, latest, parts, advice, history }) {
  return [
    el('h3', {}, title),
    ...marks.map((mark) => el('p', { class: 'remark' }, mark)),
    ...factList(facts),
    ...(latest === null ? [] : paragraphs(latest, 'latest')),
    ...parts.flatMap((part) => [el('h4', {}, part.heading), ...factList(part.facts)]),
    ...advice.flatMap((text) => paragraphs(text)),
    ...historyList(history),
  ];
}

/** @param {MenuMessage} message */
function menu({ title, text }) {
  return [el('h3', {}, title), ...paragraphs(text)];
}

/** @param {ProposalMessage} message */
function proposal({ title, text, reports: all }) {
  const rows = all.map(({ reference, text: what }) => el('li', {}, el('code', {}, reference), ' ', what));
  return [
    el('h3', {}, title),
    ...paragraphs(text),
    ...(rows.length === 0 ? [] : [el('ul', { class: 'rows' }, rows)]),
  ];
}

/**
 * @param {FormMessage} message
 * @param {Doing} doing
 */
function form({ title, text, fields, submit }, doing) {
  const rows = fields.map((field) =>
    field.takes === 'several' ? boxesOf(field) : el('label', {}, field.label, fieldOf(field)),
  );
  const element = el(
    'form',
    { class: 'fields' },
    rows,
    el('button', { class: `choice ${submit.style}`, 'data-says': submit.label }, submit.label),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (element));
    const given = fields.map(({ id }) => [id, data.getAll(id).map(String).join(',')]);
    doing.press(submit.id, submit.label, Object.fromEntries(given));
  });
  return [el('h3', {}, title), ...(text === null ? [] : paragraphs(text)), element];
}

/** @param {FormMessage['fields'][number]} field */
function fieldOf({ id, value, options, takes, max, hint = '' }) {
  if (options === null && takes === 'lines') {
    const most = String(max ?? 3000);
    return el('textarea', { name: id, rows: '3', maxlength: most, placeholder: hint }, value);
  }
  if (options === null)
    return el('input', { name: id, value, maxlength: String(max ?? 300), placeholder: hint });
  return el(
    'select',
    { name: id },
    (options ?? []).map((option) =>
      el('option', { value: option.value, selected: option.value === value }, option.label),
    ),
  );
}

/**
 * Several of some options, as boxes to tick.
 * @param {FormMessage['fields'][number]} field
 */
function boxesOf({ id, label, value, options }) {
  const chosen = value.split(',').map((each) => each.trim());
  const boxes = (options ?? []).map((option) =>
    el(
      'label',
      { class: 'option' },
      el('input', {
        ...{ type: 'checkbox', name: id, value: option.value },
        checked: chosen.includes(option.value),
      }),
      el('span', {}, option.label),
    ),
  );
  return el('fieldset', {}, el('legend', {}, label), boxes);
}

/**
 * @param {never} message
 * @returns {never}
 */
function assertNever(message) {
  throw new TypeError(`not handled: ${JSON.stringify(message)}`);
}
