/** @import { OrganisationAnswer } from '../wire.ts' */
import { PageClock } from './clock.js';
import { composer, showSuggestions } from './composer.js';
import { Conversation } from './conversation.js';
import { byId } from './dom.js';
import { keepSettings, newUser, personIn, readSettings } from './settings.js';
import { listenToSettings, showSettings } from './settings-form.js';
import { currentLanguage, speak, text } from './texts.js';
import { Views } from './views.js';

/** The page: what is chosen, the conversation that follows from it, and its views. */
export class Page {
  #organisations;
  #settings;
  #startAt;
  #views;
  #clock;
  #conversation;
  #deskCalls = 0;

  /** @param {readonly OrganisationAnswer[]} organisations */
  constructor(organisations) {
    this.#organisations = organisations;
    const { settings, at } = readSettings(organisations);
    this.#settings = settings;
    this.#startAt = at;
    this.#clock = new PageClock(() => ({
      organisation: settings.organisation,
      lang: settings.language,
      ahead: this.#person.ahead,
    }));
    this.#views = new Views({
      press: (choice, label, fields = {}) =>
        this.#send({ kind: 'pressed', choice, fields }, { said: label === '' ? null : label }),
      again: (event) => this.#conversation.again(event),
      zone: () => this.#organisation.zone,
      redraw: () => this.#show(),
    });
    this.#conversation = this.#newConversation();
  }

  async start() {
    speak(this.#settings.language);
    showSettings(this.#settings, this.#organisations, this.#organisation);
    this.#listen();
    await this.#moveClock(this.#startAt ?? undefined).catch(() => this.#moveClock());
    this.#open();
  }

  get #organisation() {
    const found = this.#organisations.find(({ id }) => id === this.#settings.organisation);
    if (found === undefined) throw new Error('there is no organisation');
    return found;
  }

  get #person() {
    return personIn(this.#settings);
  }

  #listen() {
    composer((said, pictures) =>
      this.#send(
        { kind: 'said', text: said, pictures },
        { said: said || null, pictures: pictures.map(({ name }) => name) },
      ),
    );
    listenToSettings({
      organisation: (organisation) => this.#change(() => Object.assign(this.#settings, { organisation })),
      desk: (desk) => this.#change(() => Object.assign(this.#settings, { desk })),
      role: (role) => this.#note(() => Object.assign(this.#person, { role })),
      site: (site) => this.#note(() => Object.assign(this.#person, { site })),
      language: (language) =>
        this.#note(() => {
          this.#settings.language = language;
          speak(language);
        }),
      moment: (to) => this.#goTo(to),
      startOver: () => this.#change(() => Object.assign(this.#person, { user: newUser(), ahead: 0 })),
    });
    document.addEventListener('move-clock', (event) =>
      this.#goTo(String(/** @type {CustomEvent} */ (event).detail)),
    );
    document.addEventListener('visibilitychange', () => this.#comeOrGo());
  }

  /**
   * Another conversation follows from what changed.
   * @param {() => void} change
   */
  async #change(change) {
    this.#conversation.close();
    change();
    this.#note(() => undefined);
    document.body.dataset.state = 'busy';
    await this.#clock.show().catch(() => undefined);
    this.#open();
    byId('said').textContent = text('opened', { organisation: this.#organisation.name });
  }

  /**
   * The same conversation goes on.
   * @param {() => void} change
   */
  #note(change) {
    change();
    keepSettings(this.#settings);
    showSettings(this.#settings, this.#organisations, this.#organisation);
    this.#clock.show().catch(() => undefined);
    this.#show();
  }

  /**
   * Moves the conversation's clock, and lets happen what is due then.
   * @param {string} to
   */
  async #goTo(to) {
    document.body.dataset.state = 'busy';
    const isMoved = await this.#moveClock(to).then(
      () => true,
      () => false,
    );
    if (isMoved) await this.#send({ kind: 'due' }, {});
    this.#show();
  }

  /** @param {string} [to] */
  async #moveClock(to) {
    const { ahead, words } = await this.#clock.show(to);
    this.#person.ahead = ahead;
    keepSettings(this.#settings);
    if (to !== undefined) byId('said').textContent = text('clock-moved', { at: words });
  }

  /**
   * @param {Record<string, unknown>} what
   * @param {{ said?: string | null, pictures?: readonly string[], id?: string }} shown
   */
  #send(what, shown) {
    const { role, site, ahead } = this.#person;
    const around = { locale: this.#settings.language, role, site, ahead };
    return this.#conversation.send(around, what, { ...shown, at: this.#clock.now });
  }

  #open() {
    this.#conversation.close();
    this.#views.clear();
    if (this.#settings.desk) this.#deskCalls = 0;
    this.#conversation = this.#newConversation();
    this.#conversation.connect();
    this.#show();
  }

  #newConversation() {
    const { organisation, desk } = this.#settings;
    const conversation = new Conversation(
      { organisation, user: this.#person.user, desk },
      () => this.#conversation === conversation && this.#show(),
      () => this.#deskCalled(),
    );
    return conversation;
  }

  #deskCalled() {
    if (this.#settings.desk) return;
    this.#deskCalls += 1;
    this.#show();
  }

  /** A page in the background holds no line open: browsers allow only six to one place. */
  #comeOrGo() {
    if (document.hidden) this.#conversation.disconnect();
    else this.#conversation.connect();
  }

  #show() {
    const conversation = this.#conversation;
    this.#views.show(conversation);
    this.#greet();
    const { name, suggestions, languages } = this.#organisation;
    byId('chat-with').textContent = this.#settings.desk ? `${text('desk')} · ${name}` : name;
    const language = languages.find((each) => each === currentLanguage()) ?? languages[0] ?? 'en';
    const isShy = conversation.isNew && !this.#settings.desk;
    showSuggestions(isShy ? (suggestions[language] ?? []) : [], language, (said) => {
      byId('say').focus();
      this.#send({ kind: 'said', text: said, pictures: [] }, { said });
    });
    byId('notice').classList.toggle('offline', !conversation.online);
    if (!conversation.online) byId('notice').textContent = text('offline');
    else if (byId('notice').textContent === text('offline')) byId('notice').textContent = '';
    showBadges(this.#deskCalls);
    document.body.dataset.state = conversation.isLoaded && !conversation.isWaiting ? 'ready' : 'busy';
  }

  /** The bot speaks first. The event's id is always the same, so that two pages do not greet twice. */
  #greet() {
    if (this.#conversation.isLoaded && this.#conversation.isEmpty)
      this.#send({ kind: 'came' }, { id: 'came' });
  }
}

/** @param {number} count */
function showBadges(count) {
  for (const badge of document.querySelectorAll('[data-badge]')) {
    badge.toggleAttribute('hidden', count === 0);
    badge.textContent = count === 0 ? '' : String(count);
    if (count > 0) badge.setAttribute('aria-label', text('desk-waits', { count: String(count) }));
    else badge.removeAttribute('aria-label');
  }
}
