import { pino } from 'pino';
import { conversationName, ownerSign } from '../../../src/channels/teams/receiver/parse/ids.ts';
import { deskOf } from '../../../src/runtime/names.ts';
import { at as localTime, shippedWithHolders } from '../playbooks.ts';
import type { FakeMessage } from '../teams/connector.ts';
import { buttonsOf, type CardButton, textOfMessage } from '../teams/read-card.ts';
import { Resident } from '../teams/resident.ts';
import { closeAuthorities, TeamsTown, TOWN_TENANT } from '../teams/teams-town.ts';
import { putNotices } from './announced.ts';
import { introduceBefore, Reader, tellBefore } from './reader.ts';
import type { Actor, Heard, Stage, StageMaker } from './stage.ts';
import { StageSupplier } from './supplier.ts';
import { JourneyTopdesk } from './topdesk.ts';

after(closeAuthorities);

const LOCALES = { sv: 'sv-SE', nb: 'nb-NO', nl: 'nl-NL', en: 'en-GB' } as const;

/** Several people in personal chats, and IT’s desk in its channel. */
class TeamsStage implements Stage {
  readonly #town: TeamsTown;
  readonly #supplier: StageSupplier;
  readonly #residents = new Map<string, Resident>();
  readonly #reader = new Reader<FakeMessage, CardButton>({
    store: () => this.#town.store,
    idOf: ({ id }) => id,
    labelOf: ({ title }) => title,
    textOf: ({ activity }) => textOfMessage(activity),
    buttonsOf: ({ activity }) =>
      buttonsOf(activity).map((button) => ({ button, choice: button.data.choice, on: button.data.on })),
  });

  readonly #topdesk: JourneyTopdesk | null;

  constructor(town: TeamsTown, supplier: StageSupplier, topdesk: JourneyTopdesk | null) {
    this.#topdesk = topdesk;
    this.#town = town;
    this.#supplier = supplier;
  }

  async say(actor: Actor, text: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    await this.#heard(actor, resident);
    const { status } = await resident.say(text);
    if (status !== 200) throw new Error(`a message was answered with ${status}`);
    return this.#heard(actor, resident);
  }

  async press(actor: Actor, label: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    const { message, button } = this.#reader.offer(actor, label);
    if (button.data.of !== ownerSign(this.#conversationOf(actor)))
      throw new Error('a button of somebody else');
    await this.#heard(actor, resident);
    const { status, body } = await resident.press(message, button);
    const { statusCode } = (body ?? {}) as { statusCode?: number };
    if (status !== 200 || statusCode !== 200)
      throw new Error(`a press was answered with ${status} ${statusCode}`);
    return this.#heard(actor, resident);
  }

  async pressForwarded(actor: Actor, of: Actor, label: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    const { message, button } = this.#reader.offer(of, label);
    await this.#heard(actor, resident);
    const { status } = await resident.press(message, button);
    if (status !== 200) throw new Error(`a press was answered with ${status}`);
    return this.#heard(actor, resident);
  }

  /** Opens the dialog of the newest form, and sends it with what it held but for what was changed. */
  async fill(actor: Actor, label: string, changed: Readonly<Record<string, string>>): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    await this.#heard(actor, resident);
    const { status } = await resident.fill(label, changed);
    if (status !== 200) throw new Error(`a dialog was answered with ${status}`);
    return this.#heard(actor, resident);
  }

  async solveInTopdesk(): Promise<void> {
    const { playbook, engine, store } = this.#town;
    await this.#topdesk?.solve(playbook.organisation, engine, store, { now: () => this.#town.now });
  }

  async wait(actor: Actor, duration: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    await this.#heard(actor, resident);
    const { timezone } = this.#town.playbook;
    this.#town.now = this.#town.now.toZonedDateTimeISO(timezone).add(duration).toInstant();
    await this.#town.engine.workThrough();
    return this.#heard(actor, resident);
  }

  waitFor(actor: Actor, duration: string): Promise<Heard[]> {
    return this.wait(actor, duration);
  }

  async look(actor: Actor): Promise<Heard[]> {
    return this.#heard(actor, await this.#resident(actor));
  }

  async supplierReads() {
    return this.#supplier.letters();
  }

  supplierWrites(text: string, from: string): Promise<void> {
    const { playbook, engine, store } = this.#town;
    const playbooks = new Map([[playbook.organisation, playbook]]);
    const clock = { now: () => this.#town.now };
    const around = { playbooks, engine, store, clock, log: pino({ level: 'silent' }) };
    return this.#supplier.writes(around, text, from);
  }

  async close(): Promise<void> {
    await this.#town.stop();
    await this.#topdesk?.stop();
  }

  async #resident(actor: Actor): Promise<Resident> {
    const known = this.#residents.get(actor.user);
    if (known !== undefined) return known;
    const { user, desk, locale, role, site } = actor;
    const language = locale === undefined ? undefined : LOCALES[locale];
    const resident = desk
      ? Resident.ofDesk(this.#town, user, language)
      : new Resident(this.#town, user, language === undefined ? {} : { locale: language });
    this.#residents.set(user, resident);
    // Teams knows nobody’s role and unit.
    const told = { role: role ?? null, site: site ?? null };
    await tellBefore(this.#town.store, this.#town.playbook.organisation, `29:${user}`, told);
    await introduceBefore(this.#town.store, this.#town.playbook, `29:${user}`, actor);
    return resident;
  }

  /** What came before somebody did anything is not the answer to it. */
  #heard(actor: Actor, { messages }: Resident): Promise<Heard[]> {
    return this.#reader.heard(actor, this.#conversationOf(actor), messages);
  }

  #conversationOf({ user, desk }: Actor): string {
    const { organisation } = this.#town.playbook;
    if (desk) return deskOf(organisation);
    const chat = { from: { id: `29:${user}` }, conversation: { id: `a:${user}` } };
    return conversationName(chat, organisation, TOWN_TENANT);
  }
}

/** Through the whole adapter of Teams: signed activities in, requests of the connector out. */
export const teamsStage: StageMaker = {
  name: 'Teams',
  hasSupplier: true,
  isAvailable: () => true,
  async open({ organisation, at, notices, topdesk: mood }) {
    const playbook = shippedWithHolders(organisation);
    const supplier = new StageSupplier();
    const topdesk = mood === null ? null : await JourneyTopdesk.start(mood);
    const start = localTime(playbook, at).toInstant();
    const handoff = topdesk?.sender({ now: () => start }) ?? supplier;
    const town = await TeamsTown.start(playbook, start, { handoff });
    await putNotices(town.store, notices);
    return new TeamsStage(town, supplier, topdesk);
  },
};
