/** @import { ClockAnswer } from '../wire.ts' */
import { getClock } from './api.js';
import { byId } from './dom.js';

const MINUTE_MS = 60_000;

/** The conversation's time, asked of the server each minute: it alone knows zones and red days. */
export class PageClock {
  #asked;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #shift = 0;

  /** @param {() => { organisation: string, lang: string, ahead: number }} asked */
  constructor(asked) {
    this.#asked = asked;
  }

  /** The conversation's time, in ms since 1970. */
  get now() {
    return Date.now() + this.#shift;
  }

  /**
   * Shows the time; moved first if that is asked for.
   * @param {string} [to]
   * @returns {Promise<ClockAnswer>}
   */
  async show(to) {
    clearTimeout(this.#timer);
    const { organisation, lang, ahead } = this.#asked();
    const query = { organisation, lang, ahead: String(ahead), ...(to === undefined ? {} : { to }) };
    const answer = await getClock(query);
    this.#shift = answer.now - Date.now();
    draw(answer);
    this.#timer = setTimeout(
      () => this.show().catch(() => undefined),
      MINUTE_MS - (answer.now % MINUTE_MS) + 50,
    );
    return answer;
  }
}

/** @param {ClockAnswer} answer */
function draw({ words, why, local }) {
  byId('moment-words').textContent = words;
  byId('moment-why').textContent = why ?? '';
  byId('moment-why').hidden = why === null;
  const at = byId('at', HTMLInputElement);
  if (document.activeElement !== at) at.value = local;
}
