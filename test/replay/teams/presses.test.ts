import { expect } from 'chai';
import { StoreError } from '../../../src/ports/store/error.ts';
import type { Store } from '../../../src/ports/store.ts';
import { at, shipped } from '../../support/playbooks.ts';
import { parts } from '../../support/shown.ts';
import { buttonsOf, textOfMessage } from '../../support/teams/read-card.ts';
import { Resident } from '../../support/teams/resident.ts';
import {
  closeAuthorities,
  type Exchange,
  TeamsTown,
  TOWN_DESK,
  type TownSettings,
} from '../../support/teams/teams-town.ts';

/** The question; and after its answer the verdict and the next question. */
const AFTER_ANSWER = 3;
const THREAD = '19:general@thread.tacv2;messageid=1763885700123';

/** What a press was answered with: the words of a card or of a message, and its buttons. */
function answerIn({ status, body }: Exchange): { type: string; text: string; buttons: string[] } {
  expect(status).to.equal(200);
  const { statusCode, type, value } = body as { statusCode: number; type: string; value: unknown };
  expect(statusCode).to.equal(200);
  if (typeof value === 'string') return { type: 'words', text: value, buttons: [] };
  const message = { attachments: [{ contentType: type, content: value }] };
  const buttons = buttonsOf(message).map(({ title }) => title);
  return { type: 'card', text: textOfMessage(message), buttons };
}

describe('a button in Teams', () => {
  const towns: TeamsTown[] = [];
  async function open(settings: TownSettings = {}): Promise<TeamsTown> {
    const playbook = shipped('porsanger');
    const town = await TeamsTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant(), settings);
    towns.push(town);
    return town;
  }
  before(function () {
    this.timeout(20_000);
  });
  afterEach(async () => {
    for (const town of towns.splice(0)) await town.stop();
  });
  after(closeAuthorities);

  /** Somebody who has been asked how bad it is. */
  async function asked(town: TeamsTown, settings = {}): Promise<Resident> {
    const anna = new Resident(town, 'anna', { locale: 'nb-NO', ...settings });
    await anna.say('skriveren virker ikke');
    return anna;
  }

  it('is answered with the card as it is afterwards, and everybody else sees it so too', async () => {
    const anna = await asked(await open());
    const { message, button } = anna.offer('Det gjelder bare meg');
    const question = textOfMessage(message.activity);
    const { type, text, buttons } = answerIn(await anna.press(message, button));
    expect([type, buttons]).to.deep.equal(['card', []]);
    expect(text).to.equal(`${question}\n✓ ${button.title}`);
    expect(textOfMessage(message.activity)).to.equal(text);
    expect(message.updates).to.equal(1);
    expect(anna.messages.length).to.equal(AFTER_ANSWER);
  });

  it('pressed four times, twice under another id, has one effect, and each press is answered alike', async () => {
    const town = await open();
    const anna = await asked(town);
    const { message, button } = anna.offer('Det gjelder bare meg');
    const [first, second] = [anna.pressing(message, button), anna.pressing(message, button)];
    const answers: unknown[] = [];
    for (const activity of [first, first, second, second]) answers.push((await town.post(activity)).body);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).to.have.length(1);
    expect(message.updates).to.equal(1);
    expect(anna.messages.length).to.equal(AFTER_ANSWER);
  });

  it('pressed twice at the very same time has one effect', async () => {
    const town = await open();
    const anna = await asked(town);
    const { message, button } = anna.offer('Det gjelder bare meg');
    const [a, b] = [anna.pressing(message, button), anna.pressing(message, button)];
    const both = await Promise.all([town.post(a), town.post(b)]);
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(anna.messages.length).to.equal(AFTER_ANSWER);
  });

  it('of a menu stays: the same wish can be wished again', async () => {
    const town = await open();
    const anna = new Resident(town, 'anna', { locale: 'nb-NO' });
    await anna.say('hei');
    const { message, button } = anna.offer('Hvem ringer jeg nå?');
    for (let i = 0; i < 3; i++) {
      const before = anna.messages.length;
      const { buttons } = answerIn(await anna.press(message, button));
      expect(buttons).to.include('Hvem ringer jeg nå?');
      expect(anna.messages.length).to.be.greaterThan(before);
      const after = anna.messages.length;
      town.now = town.now.add({ seconds: 10 });
      answerIn(await anna.press(message, button));
      expect(anna.messages.length, 'within seconds it is one press').to.equal(after);
      town.now = town.now.add({ minutes: 2 });
    }
    expect(message.updates).to.equal(0);
  });

  it('that came too late goes away, and what is true now is said', async () => {
    const anna = await asked(await open());
    const old = anna.offer('Det gjelder bare meg');
    const late = buttonsOf(old.message.activity).find(({ title }) => title !== old.button.title);
    await anna.press(old.message, old.button);
    const { text, buttons } = answerIn(await anna.press(old.message, late ?? old.button));
    expect(buttons).to.deep.equal([]);
    expect(text).to.not.contain('✓');
    expect(anna.texts.join('\n')).to.contain('gjelder ikke lenger');
  });

  it('of somebody else in a channel does nothing, and that is said to who pressed it alone', async () => {
    const town = await open();
    const anna = await asked(town, { channel: THREAD });
    const bob = new Resident(town, 'bob', { channel: THREAD, locale: 'nb-NO' });
    await bob.say('epost virker ikke');
    const count = anna.messages.length;
    const { message, button } = anna.offer('Det gjelder bare meg');
    const annas = anna.messages[0] ?? message;
    const [stolen = button] = buttonsOf(annas.activity);
    const answer = answerIn(await bob.press(annas, stolen));
    expect(answer.type).to.equal('words');
    expect(answer.text).to.contain('noen andre');
    expect(anna.messages.length).to.equal(count);
    expect(annas.updates).to.equal(0);
  });

  it('works as a message too, where a client does not know Execute', async () => {
    const town = await open();
    const anna = await asked(town);
    const { message } = anna.offer('Det gjelder bare meg');
    const execute = parts(message.activity).find(({ type }) => type === 'Action.Execute');
    const fallback = execute?.fallback as { type: string; data: object } | undefined;
    expect(fallback?.type).to.equal('Action.Submit');
    await town.post(anna.activity({ type: 'message', replyToId: message.id, value: fallback?.data }));
    expect(message.updates).to.equal(1);
    expect(anna.messages.length).to.be.greaterThan(1);
  });

  it('whose turn takes long is answered with “one moment”, and the card follows', async () => {
    const town = await open({ patience: 1 });
    const held = holding(town.store);
    const anna = await asked(town);
    held.hold();
    const { message, button } = anna.offer('Det gjelder bare meg');
    const answer = answerIn(await town.send(anna.pressing(message, button)));
    expect(answer.text).to.contain('øyeblikk');
    held.release();
    await town.engine.workThrough();
    expect(textOfMessage(message.activity)).to.contain(`✓ ${button.title}`);
  });

  it('is answered with whom to call when it cannot be kept', async () => {
    const town = await open();
    const anna = await asked(town);
    const full = failing(town.store);
    full.fail(new StoreError('disk-full', 'the disk is full'));
    const { message, button } = anna.offer('Det gjelder bare meg');
    const { text } = answerIn(await town.send(anna.pressing(message, button)));
    expect(text).to.contain('tel:+47');
    full.mend();
    expect(anna.messages.length).to.equal(1);
    answerIn(await anna.press(message, button));
    expect(anna.messages.length).to.equal(AFTER_ANSWER);
  });

  it('that nobody knows is answered with 501', async () => {
    const town = await open();
    const anna = await asked(town);
    const unknown = anna.activity({ type: 'invoke', name: 'fileConsent/invoke', value: {} });
    expect(await town.post(unknown)).to.deep.equal({ status: 501, body: null });
  });
});

describe('a message in Teams', () => {
  const towns: TeamsTown[] = [];
  async function open(settings: TownSettings = {}): Promise<TeamsTown> {
    const playbook = shipped('porsanger');
    const town = await TeamsTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant(), settings);
    towns.push(town);
    return town;
  }
  afterEach(async () => {
    for (const town of towns.splice(0)) await town.stop();
  });
  after(closeAuthorities);

  it('is acknowledged before its turn, which takes as long as it takes; sent again it is one', async () => {
    const town = await open({ patience: 1 });
    const held = holding(town.store);
    const anna = new Resident(town, 'anna', { locale: 'nb-NO' });
    held.hold();
    const activity = anna.activity({ type: 'message', text: 'hei', textFormat: 'plain' });
    for (let i = 0; i < 4; i++) expect((await town.send(activity)).status).to.equal(200);
    expect(anna.messages).to.deep.equal([]);
    held.release();
    await town.engine.workThrough();
    expect(anna.messages).to.have.length(1);
    await eventually(() => town.connector.typing(anna.chat) === 1);
  });

  it('is answered where it was written: in its thread, each person for themselves', async () => {
    const town = await open();
    const anna = new Resident(town, 'anna', { channel: THREAD, locale: 'nb-NO' });
    const bob = new Resident(town, 'bob', { channel: THREAD, locale: 'nb-NO' });
    await anna.say('skriveren virker ikke');
    await bob.say('hei');
    expect(anna.texts).to.have.length(2);
    await bob.choose('Hvem ringer jeg nå?');
    await anna.choose('Det gjelder bare meg');
    expect(anna.texts).to.have.length(6);
    expect(town.connector.messages('19:general@thread.tacv2')).to.deep.equal([]);
  });

  it('that could not be kept is not acknowledged, and answered at once with whom to call, once', async () => {
    const town = await open();
    const anna = new Resident(town, 'anna', { locale: 'nb-NO' });
    const full = failing(town.store);
    full.fail(new StoreError('disk-full', 'the disk is full'));
    const message = anna.activity({ type: 'message', text: 'hei' });
    for (const _ of ['sent', 'sent again']) expect((await town.send(message)).status).to.equal(503);
    while (anna.texts.length < 2) await new Promise(setImmediate);
    expect(anna.texts.join('\n')).to.contain('tel:+47');
    full.mend();
    expect((await town.post(message)).status).to.equal(200);
    expect(anna.texts).to.have.length(3);
  });

  it('greets where it is installed, and stays silent once it is removed', async () => {
    const town = await open();
    const anna = new Resident(town, 'anna', { locale: 'nb-NO' });
    await town.post(anna.activity({ type: 'installationUpdate', action: 'add' }));
    expect(anna.texts).to.have.length(1);
    await town.post(anna.activity({ type: 'installationUpdate', action: 'remove' }));
    town.now = town.now.add({ hours: 1 });
    await town.post(anna.activity({ type: 'installationUpdate', action: 'add' }));
    expect(anna.texts).to.have.length(2);
  });

  it('makes its writer known: the roster’s name stands on the report', async () => {
    const town = await open();
    const anna = new Resident(town, 'anna', { locale: 'nb-NO' });
    const roster = { id: '29:anna', name: 'Anna Berg', email: 'anna.berg@porsanger.kommune.no' };
    town.connector.addMember(anna.chat, roster);
    await anna.say('skriveren virker ikke');
    await eventually(() => town.connector.requests('GET', anna.chat) === 1);
    await anna.choose('Det gjelder bare meg');
    await anna.say('mine saker');
    await anna.choose('Åpne');
    expect(anna.texts.at(-1)).to.contain('Anna Berg, anna.berg@porsanger.kommune.no');
    expect(town.connector.requests('GET')).to.equal(1);
  });

  it('of IT’s desk can be the first: a proposal goes to its channel before anybody wrote there', async () => {
    const playbook = shipped('itcentrum');
    const town = await TeamsTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant());
    towns.push(town);
    for (const user of ['anna', 'bo', 'cilla']) {
      const person = new Resident(town, user, { locale: 'sv-SE' });
      await person.say('TES fungerar inte i Tierp');
      for (const title of ['Tierp', 'Flera drabbas', 'Det räcker'])
        if (person.offers(title)) await person.choose(title);
    }
    const [proposal, ...more] = town.connector.messages(TOWN_DESK);
    expect(more).to.deep.equal([]);
    expect(textOfMessage(proposal?.activity ?? {})).to.contain('TES');
    const it = Resident.ofDesk(town, 'it', 'sv-SE');
    await it.press(proposal ?? { id: '' }, buttonsOf(proposal?.activity ?? {})[0] ?? { data: {} as never });
    expect(proposal?.updates).to.equal(1);
    expect(textOfMessage(proposal?.activity ?? {})).to.contain('✓');
  });
});

/** Holds the turns of a store back until they are let go. */
function holding(store: Store): { hold(): void; release(): void } {
  const [claim, receive] = [store.claimEvents.bind(store), store.receive.bind(store)];
  return {
    hold() {
      store.claimEvents = async () => [];
      // Kept, and handed to nobody.
      store.receive = (event) => receive(event);
    },
    release() {
      store.claimEvents = claim;
      store.receive = receive;
    },
  };
}

/** Lets a store refuse what comes in. */
function failing(store: Store): { fail(cause: Error): void; mend(): void } {
  const receive = store.receive.bind(store);
  return {
    fail(cause) {
      store.receive = () => Promise.reject(cause);
    },
    mend() {
      store.receive = receive;
    },
  };
}

async function eventually(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).to.equal(true);
}
