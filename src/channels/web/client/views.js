/** @import { Conversation } from './conversation.js' */
/** @import { Doing } from './views/chat.js' */
import { byId, el } from './dom.js';
import { LogView } from './log-view.js';
import { currentLanguage } from './texts.js';
import { drawInChat } from './views/chat.js';
import { drawInSlack } from './views/slack.js';
import { drawInTeams } from './views/teams.js';

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** The three views of one conversation. */
export class Views {
  #views;
  #typing;
  /** @type {Element | null} */
  #pressed = null;

  /** @param {Doing} doing */
  constructor(doing) {
    const marked = { ...doing, press: this.#marking(doing.press) };
    this.#views = [
      new LogView(byId('chat-log'), (item) => drawInChat(item, marked)),
      new LogView(byId('teams-log'), (item) => drawInTeams(item, marked, DARK.matches)),
      new LogView(byId('slack-log'), (item) => drawInSlack(item, marked)),
    ];
    for (const { log } of this.#views) log.tabIndex = 0;
    this.#typing = el('p', { class: 'typing', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
    DARK.addEventListener('change', doing.redraw);
  }

  /** Begins anew, for another conversation. */
  clear() {
    for (const { log } of this.#views) log.setAttribute('aria-live', 'off');
    for (const view of this.#views) view.show([], '');
    this.#typing.remove();
  }

  /** @param {Conversation} conversation */
  show(conversation) {
    const look = `${currentLanguage()} ${DARK.matches}`;
    this.#typing.remove();
    const fresh = this.#views.map((view) => view.show(conversation.items, look));
    const [chat] = this.#views;
    if (conversation.isWaiting && chat !== undefined) {
      chat.log.append(this.#typing);
      const spoke = fresh[0]?.some(({ dataset }) => dataset.from === 'me') ?? false;
      const answered = fresh[0]?.some(({ dataset }) => dataset.from === 'bot') ?? false;
      // An answer that is there already is read from its beginning: the number comes first.
      if (spoke && !answered) chat.toEnd();
    }
    this.#focusAnswer(fresh);
    // What was said before is not read out; what comes is, and only once of three views.
    if (conversation.isLoaded) byId('chat-log').setAttribute('aria-live', 'polite');
  }

  /**
   * Remembers the button, so that whoever pressed it stands before the answer when it comes.
   * @param {Doing['press']} press
   * @returns {Doing['press']}
   */
  #marking(press) {
    return (choice, label, fields) => {
      this.#pressed = document.activeElement;
      press(choice, label, fields);
    };
  }

  /** @param {HTMLElement[][]} fresh */
  #focusAnswer(fresh) {
    if (this.#pressed === null) return;
    const at = this.#views.findIndex(({ log }) => log.contains(this.#pressed));
    const answer = fresh[at]?.find(({ dataset }) => dataset.from === 'bot');
    if (answer === undefined) return;
    if (document.activeElement === this.#pressed) answer.focus({ preventScroll: true });
    this.#pressed = null;
  }
}
