/** @import { RenderedEntry, RenderedReply } from '../wire.ts' */
import { getTranscript, postEvent, Refused } from './api.js';
import { arranged } from './items.js';
import { newId } from './settings.js';

/** After the first of several replies, so long until the turn is read as a whole. */
const SETTLE_MS = 60;
/** When we look by ourselves while something is not answered: soon, then ever more seldom. */
const FIRST_LOOK_MS = 100;
const LOOK_MS = 1500;
/** Turns that are read to catch up; more were missed only after a break, and then all are read. */
const CATCH_UP = 10;

/** @typedef {{ organisation: string, user: string, desk: boolean }} Whose */
/** @typedef {{ id: string, body: Record<string, unknown>, said: string | null, pictures: readonly string[], at: number, failed: boolean, isPressed: boolean }} Pending */

/** One conversation as this page knows it. The transcript is the truth; what comes live only shows it sooner. */
export class Conversation {
  /** @type {Map<string, RenderedEntry>} */
  #entries = new Map();
  /** @type {Map<string, Pending>} */
  #pending = new Map();
  /** @type {RenderedReply[]} */
  #loose = [];
  /** @type {EventSource | null} */
  #source = null;
  #closed = false;
  #wait = FIRST_LOOK_MS;
  #loaded = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #changed;
  #deskCalls;

  /**
   * @param {Whose} whose
   * @param {() => void} changed called whenever there is something else to show
   * @param {() => void} deskCalls called when something arrives at IT's desk
   */
  constructor(whose, changed, deskCalls) {
    this.whose = whose;
    this.#changed = changed;
    this.#deskCalls = deskCalls;
    this.online = true;
  }

  /** What is shown, in order. */
  get items() {
    return arranged([...this.#entries.values()], [...this.#pending.values()], this.#loose);
  }

  /** Whether nobody said anything here yet. */
  get isNew() {
    const spoken = [...this.#entries.values(), ...this.#pending.values()];
    return spoken.every(({ said, pictures }) => said === null && pictures.length === 0);
  }

  get isEmpty() {
    return this.#entries.size === 0 && this.#pending.size === 0;
  }

  get isLoaded() {
    return this.#loaded;
  }

  /** Whether something waits for its answer. */
  get isWaiting() {
    return [...this.#pending.values()].some(({ failed }) => !failed);
  }

  /** Listens, and reads everything whenever the line is new: what was missed meanwhile is in the transcript. */
  connect() {
    const query = new URLSearchParams({ ...this.#query(), 'with-desk': 'true' });
    this.#source = new EventSource(`/playground/live?${query}`);
    this.#source.addEventListener('open', () => this.#read());
    this.#source.addEventListener('reply', ({ data }) => this.#heard(JSON.parse(data)));
    this.#source.addEventListener('desk', () => this.#deskCalls());
    this.#source.addEventListener('error', () => this.#lost());
  }

  /** Leaves the line, so that a page in the background holds none. */
  disconnect() {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#timer);
  }

  close() {
    this.#closed = true;
    this.disconnect();
  }

  /**
   * Sends what happened; shown at once, and answered when the transcript has it.
   * @param {Record<string, unknown>} around who says it, and when
   * @param {Record<string, unknown>} what
   * @param {{ said?: string | null, pictures?: readonly string[], at: number, id?: string }} shown
   */
  async send(around, what, { said = null, pictures = [], at, id = newId() }) {
    const body = { ...around, ...this.whose, id, what };
    document.body.dataset.lastEvent = id;
    this.#pending.set(id, {
      id,
      body,
      said,
      pictures,
      at,
      failed: false,
      isPressed: what.kind === 'pressed',
    });
    this.#changed();
    await this.#post(id);
  }

  /** @param {string} id */
  async again(id) {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending.set(id, { ...pending, failed: false });
    this.#changed();
    await this.#post(id);
  }

  /** @param {string} id */
  async #post(id) {
    const pending = this.#pending.get(id);
    try {
      await postEvent(pending?.body ?? {});
      this.#wait = FIRST_LOOK_MS;
      this.#look(FIRST_LOOK_MS);
    } catch (cause) {
      if (pending !== undefined) this.#pending.set(id, { ...pending, failed: true });
      if (cause instanceof Refused) this.#loose.push(...cause.replies.filter((each) => this.#isNew(each)));
      this.#changed();
    }
  }

  /** @param {RenderedReply} reply */
  #heard(reply) {
    if (this.#isNew(reply)) this.#loose.push(reply);
    this.#changed();
    this.#look(SETTLE_MS);
  }

  /** @param {RenderedReply} reply */
  #isNew({ key }) {
    return !this.#loose.some((each) => each.key === key);
  }

  #lost() {
    this.online = false;
    this.#changed();
    // A browser comes back by itself after a break, but not after an answer that was no stream.
    if (this.#source?.readyState !== EventSource.CLOSED || this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), LOOK_MS);
  }

  /** @param {number} ms */
  #look(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(CATCH_UP), ms);
  }

  /**
   * @param {number} [limit]
   * @returns {Promise<void>}
   */
  async #read(limit) {
    try {
      const query = limit === undefined ? this.#query() : { ...this.#query(), limit: String(limit) };
      const { entries } = await getTranscript(query);
      if (this.#closed) return;
      const isGap =
        limit !== undefined && entries.length === limit && !entries.some(({ id }) => this.#entries.has(id));
      if (isGap && this.#entries.size > 0) return await this.#read();
      this.#take(entries, limit === undefined);
    } catch {
      this.online = false;
    }
    this.#changed();
    this.#wait = Math.min(LOOK_MS, this.#wait * 2);
    if (this.isWaiting && !this.#closed) this.#look(this.#wait);
  }

  /**
   * @param {readonly RenderedEntry[]} entries
   * @param {boolean} whole
   */
  #take(entries, whole) {
    if (whole) this.#entries.clear();
    for (const entry of entries) {
      this.#entries.set(entry.id, entry);
      this.#pending.delete(entry.id);
    }
    const known = new Set(
      [...this.#entries.values()].flatMap(({ replies }) => replies.map(({ key }) => key)),
    );
    this.#loose = this.#loose.filter(({ key }) => !known.has(key));
    this.online = true;
    this.#loaded = true;
  }

  /** @returns {Record<string, string>} */
  #query() {
    const { organisation, user, desk } = this.whose;
    return { organisation, user, desk: String(desk) };
  }
}
