/** @import { Item } from './items.js' */

/** Nearer to the end than this, the reader follows what comes. */
const FOLLOW_PX = 120;
/** What comes within this belongs together, such as the answers of one turn. */
const TOGETHER_MS = 700;
/** Left free above a new message that is taller than the view. */
const ABOVE_PX = 12;

/** Shows the items of a conversation, and touches only what changed: focus and reading place stay. */
export class LogView {
  /** @type {Map<string, { version: string, node: HTMLElement }>} */
  #shown = new Map();
  /** @type {HTMLElement | null} the first of those that came together */
  #from = null;
  #since = 0;

  /**
   * @param {HTMLElement} log
   * @param {(item: Item) => HTMLElement | null} draw null: this view does not show it
   */
  constructor(log, draw) {
    this.log = log;
    this.draw = draw;
  }

  /**
   * @param {readonly Item[]} items
   * @param {string} look changes when all has to be drawn anew, such as the language
   */
  show(items, look) {
    const wasEmpty = this.#shown.size === 0;
    const isFollowing = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < FOLLOW_PX;
    /** @type {HTMLElement[]} */
    const fresh = [];
    const nodes = items.map((item) => this.#named(item, look, fresh)).filter((node) => node !== null);
    for (const [id, { node }] of this.#shown)
      if (!nodes.includes(node)) {
        node.remove();
        this.#shown.delete(id);
      }
    nodes.forEach((node, i) => {
      if (this.log.children[i] !== node) this.log.insertBefore(node, this.log.children[i] ?? null);
    });
    const isMine = fresh.some(({ dataset }) => dataset.from === 'me');
    const isTogether = performance.now() - this.#since < TOGETHER_MS;
    if (wasEmpty) this.#open(nodes);
    else if (fresh.length > 0 && (isFollowing || isMine || isTogether)) this.#follow(fresh, isMine);
    return fresh;
  }

  /** Shows the end. */
  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  /**
   * Tells on the element, too, of which event it came.
   * @param {Item} item
   * @param {string} look
   * @param {HTMLElement[]} fresh
   */
  #named(item, look, fresh) {
    const node = this.#node(item, look, fresh);
    if (node !== null && item.type !== 'time') node.dataset.event = item.event;
    return node;
  }

  /**
   * @param {Item} item
   * @param {string} look
   * @param {HTMLElement[]} fresh
   */
  #node(item, look, fresh) {
    const version = `${look} ${item.version}`;
    const known = this.#shown.get(item.id);
    if (known?.version === version) return known.node;
    const node = this.draw(item);
    if (node === null) return null;
    this.#shown.set(item.id, { version, node });
    if (known === undefined) fresh.push(node);
    else replaceKeepingFocus(known.node, node);
    return node;
  }

  /**
   * Opens a conversation: at its end, or at the greeting's beginning.
   * @param {HTMLElement[]} nodes
   */
  #open(nodes) {
    const bots = nodes.filter(({ dataset }) => dataset.from === 'bot');
    this.log.scrollTop = bots.length > 1 ? this.log.scrollHeight : 0;
  }

  /**
   * Shows what is new: its beginning, if there is more than fits.
   * @param {HTMLElement[]} fresh
   * @param {boolean} isMine whether the person spoke, so that something else begins
   */
  #follow(fresh, isMine) {
    const now = performance.now();
    const first = fresh.find(({ dataset }) => dataset.from === 'bot') ?? fresh.at(-1);
    const goesOn =
      !isMine &&
      now - this.#since < TOGETHER_MS &&
      this.#from?.dataset.from === 'bot' &&
      this.#from.isConnected;
    if (!goesOn) this.#from = first ?? null;
    this.#since = now;
    const end = this.log.scrollHeight - this.log.clientHeight;
    const above = this.#from === null ? end : this.#from.offsetTop - this.log.offsetTop - ABOVE_PX;
    this.log.scrollTop = Math.min(end, above);
  }
}

/**
 * Puts a message in another's place. Who was on one of its buttons stands on the same one of the new message.
 * @param {HTMLElement} old
 * @param {HTMLElement} next
 */
function replaceKeepingFocus(old, next) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const place = focused === null ? -1 : buttonsOf(old).indexOf(/** @type {HTMLElement} */ (focused));
  old.replaceWith(next);
  if (focused === null) return;
  const same = buttonsOf(next).find((button) => button.textContent === focused.textContent);
  const target = same ?? buttonsOf(next)[place] ?? next;
  target.focus({ preventScroll: true });
}

/** @param {HTMLElement} element */
function buttonsOf(element) {
  return /** @type {HTMLElement[]} */ ([...element.querySelectorAll('button')]);
}
