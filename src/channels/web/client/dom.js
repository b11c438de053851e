/** @typedef {Node | string | null | false | undefined | readonly (Node | string | null | false | undefined)[]} Child */

/**
 * Makes an element. Texts become text nodes and attributes are set by name, so nothing is ever read as markup.
 * @param {string} tag
 * @param {Record<string, unknown>} [props] attributes; functions are listeners, null and false are left out
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat())
    if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}

/**
 * An element of the page that is there for certain.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new (...args: never[]) => T} [type]
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (element === null || (type !== undefined && !(element instanceof type)))
    throw new Error(`the page has no ${id}`);
  return /** @type {T} */ (element);
}

/** Addresses that may stand on a link; anything else stays text. */
const SAFE_ADDRESS = /^(https?:\/\/|tel:|mailto:|\/(?!\/))/i;

/**
 * A link, or only its text where the address is none that may be followed.
 * @param {string} address
 * @param {Record<string, unknown>} props
 * @param {...Child} children
 */
export function link(address, props, ...children) {
  if (!SAFE_ADDRESS.test(address)) return el('span', {}, ...children);
  const away = /^https?:/i.test(address) ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return el('a', { href: address, ...away, ...props }, ...children);
}

/** Pictures that may be shown. */
const SAFE_PICTURE = /^(data:image\/(png|jpeg|webp|gif);base64,|\/(?!\/))/;

/**
 * A picture, or only its name.
 * @param {string} address
 * @param {string} name
 */
export function picture(address, name) {
  return SAFE_PICTURE.test(address)
    ? el('img', { src: address, alt: name })
    : el('span', { class: 'file' }, name);
}
