/** @import { RenderedEntry, RenderedReply } from '../wire.ts' */
/** @import { Pending } from './conversation.js' */

/** A time is said again after so long. */
const TIME_GAP_MS = 10 * 60_000;

/** @typedef {{ type: 'time', id: string, version: string, at: number }} TimeItem */
/** @typedef {{ type: 'mine', id: string, version: string, event: string, at: number, said: string, pictures: readonly string[], failed: boolean, isPressed: boolean }} MineItem */
/** @typedef {{ type: 'bot', id: string, version: string, event: string, at: number, reply: RenderedReply }} BotItem */
/** @typedef {TimeItem | MineItem | BotItem} Item */

/**
 * What a conversation shows, in order. A reply that takes another's place stands where that one stood.
 * @param {readonly RenderedEntry[]} entries
 * @param {readonly Pending[]} pending
 * @param {readonly RenderedReply[]} loose replies that came live and are not in the transcript yet
 * @returns {Item[]}
 */
export function arranged(entries, pending, loose) {
  const shown = new Arrangement();
  for (const { id, at, said, pictures, replies } of entries) {
    const isPressed = said !== null && shown.hasOffered(said);
    // A box that was ticked shows itself; saying so, too, would only be noise.
    const isQuiet = isPressed && replies.length > 0 && replies.every(({ replaces }) => replaces !== null);
    if (!isQuiet) shown.addMine({ id, at, said, pictures, failed: false, isPressed });
    for (const reply of replies) shown.place(reply, id, at);
  }
  // Whether a press only changes a message is known by its answer.
  const goesOn = loose.some(({ replaces }) => replaces === null);
  for (const each of pending) if (each.failed || !each.isPressed || goesOn) shown.addMine(each);
  for (const reply of loose) shown.place(reply, reply.key, pending.at(-1)?.at ?? null);
  return shown.items;
}

class Arrangement {
  /** @type {Item[]} */
  items = [];
  #offered = new Set();
  #at = Number.NEGATIVE_INFINITY;

  /**
   * Whether these are the words of a choice.
   * @param {string} words
   */
  hasOffered(words) {
    return this.#offered.has(words);
  }

  /** @param {{ id: string, at: number, said: string | null, pictures: readonly string[], failed: boolean, isPressed: boolean }} mine */
  addMine({ id, at, said, pictures, failed, isPressed }) {
    if (said === null && pictures.length === 0) return;
    this.#addTime(id, at);
    this.items.push({
      ...{ type: 'mine', id: `m ${id}`, version: String(failed), event: id },
      ...{ at, said: said ?? '', pictures, failed, isPressed },
    });
  }

  /**
   * @param {RenderedReply} reply
   * @param {string} event
   * @param {number | null} at null: as what was before
   */
  place(reply, event, at) {
    const { key, replaces, message } = reply;
    if (this.#placeOf(key) >= 0) return;
    for (const { label } of message.choices) this.#offered.add(label);
    if (message.kind === 'form') this.#offered.add(message.submit.label);
    const from = replaces === null ? -1 : this.#placeOf(replaces);
    const before = this.items[from];
    if (before === undefined) this.#addTime(event, at ?? this.#at);
    const item = { type: /** @type {const} */ ('bot'), version: key, event, at: at ?? this.#at, reply };
    if (before === undefined) this.items.push({ ...item, id: `b ${key}` });
    else this.items[from] = { ...item, id: before.id, at: before.at };
  }

  /** @param {string} key */
  #placeOf(key) {
    return this.items.findIndex((item) => item.type === 'bot' && item.version === key);
  }

  /**
   * @param {string} id
   * @param {number} at
   */
  #addTime(id, at) {
    if (Math.abs(at - this.#at) >= TIME_GAP_MS)
      this.items.push({ type: 'time', id: `t ${id}`, version: String(at), at });
    this.#at = at;
  }
}
