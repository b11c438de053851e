import { expect } from 'chai';
import { at, shipped } from '../../support/playbooks.ts';
import { buttonsOf, textOfBlocks, textOfMessage } from '../../support/slack/read-blocks.ts';
import type { Resident } from '../../support/slack/resident.ts';
import { SlackTown } from '../../support/slack/slack-town.ts';

type Blocks = Parameters<typeof textOfBlocks>[0];

describe('the bot in Slack', () => {
  let town: SlackTown;
  beforeEach(async () => {
    const playbook = shipped('porsanger');
    town = await SlackTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant());
  });
  afterEach(() => town.stop());

  async function asked(channel?: Resident['channel']): Promise<Resident> {
    const anna = town.resident('anna', channel);
    await anna.say('skriveren virker ikke');
    return anna;
  }

  it('takes the buttons of an answered message away, and says what was chosen', async () => {
    const anna = await asked();
    const { message, button } = anna.offer('Det gjelder bare meg');
    expect((await anna.press(message, button)).status).to.equal(200);
    expect(buttonsOf(message.blocks)).to.deep.equal([]);
    expect(textOfMessage(message)).to.contain(`✓ ${button.label}`);
    expect(message.updates).to.equal(1);
    expect(message.text).to.contain('✓');
  });

  it('takes the same press and the same event as one, however often Slack sends them', async () => {
    const anna = await asked();
    const { message, button } = anna.offer('Det gjelder bare meg');
    const count = async () => {
      await anna.press(message, button);
      return anna.messages.length;
    };
    const once = await count();
    expect(await count()).to.equal(once);
    expect(message.updates).to.equal(1);
  });

  it('tells who presses somebody else’s button so, and nobody else', async () => {
    const channel = town.workspace.addChannel({ name: 'legekontoret' });
    const anna = await asked(channel);
    const bob = town.resident('bob', channel);
    bob.thread = anna.thread;
    const { message, button } = anna.offer('Det gjelder bare meg');
    const before = anna.messages.length;
    expect((await bob.press(message, button)).status).to.equal(200);
    await eventually(() => bob.ephemerals.length === 1);
    expect(bob.ephemerals.map(textOfMessage).join()).to.contain('noen andre');
    expect(anna.messages.length).to.equal(before);
    expect(message.updates).to.equal(0);
  });

  it('answers in the thread that a mention begins', async () => {
    const channel = town.workspace.addChannel({ name: 'skolen' });
    const anna = await asked(channel);
    const threads = new Set(town.workspace.messages(channel.id).map(({ threadTs, ts }) => threadTs ?? ts));
    expect(threads).to.have.length(1);
    expect(anna.texts.length).to.be.greaterThan(0);
  });

  it('opens “about me” as a form, and saves it', async () => {
    const anna = town.resident('anna');
    await anna.say('om meg');
    await anna.choose('Fyll ut');
    await eventually(() => anna.modal !== null);
    const blocks = anna.modal?.view.blocks as Blocks;
    expect(textOfBlocks(blocks)).to.contain('Språk');
    expect((await anna.submit({ language: 'en' })).body).to.equal(null);
    await anna.say('hi');
    expect(anna.texts.at(-1)).to.contain('I am Driftvakt');
  });

  it('says at its field what is wrong in a form, and leaves it open', async () => {
    const anna = town.resident('anna');
    await anna.say('om meg');
    await anna.choose('Fyll ut');
    await eventually(() => anna.modal !== null);
    const form = anna.modal;
    if (form === null) throw new Error('no form is open');
    expect(String(form.view.private_metadata).length).to.be.below(300);
    // As if the form were of yesterday, and a language were gone since.
    form.view = JSON.parse(JSON.stringify(form.view).replaceAll('"value":"en"', '"value":"fi"'));
    const before = anna.messages.length;
    expect((await anna.submit({ language: 'fi' })).body).to.deep.equal({
      response_action: 'errors',
      errors: { language: 'Velg en av disse.' },
    });
    expect([anna.modal?.id, anna.messages.length]).to.deep.equal([form.id, before]);
  });

  it('asks the same as the form one by one in the chat', async () => {
    const anna = town.resident('anna');
    await anna.say('om meg');
    const labels = anna.messages.flatMap(({ blocks }) => buttonsOf(blocks).map(({ label }) => label));
    await anna.choose(labels.find((label) => label !== 'Fyll ut') ?? '');
    expect(anna.modal).to.equal(null);
    expect(anna.messages.length).to.be.greaterThan(1);
  });

  it('begins a notice where the desk is, with its form: several choices, and texts of several lines', async () => {
    const it = town.resident('it', town.desk);
    await it.command('/notice');
    await eventually(() => it.texts.join().includes('Hva vil du melde fra om?'));
    await it.choose('Skriv om et driftsavbrudd');
    await it.choose('Fyll ut');
    await eventually(() => it.modal !== null);
    const inputs = JSON.stringify(it.modal?.view.blocks);
    expect(inputs).to.contain('"type":"multi_static_select"').and.contain('"multiline":true');
    const { body } = await it.submit({
      services: 'network,telephony',
      text: 'Linje 1\nLinje 2',
      since: 'nå',
    });
    expect(body).to.equal(null);
    await eventually(() => it.texts.join().includes('Forhåndsvisning på norsk'));
    expect(it.texts.join('\n')).to.contain('Nettverk og internett, Telefoni').and.contain('Linje 2');
  });

  it('tells everybody else who asks to write a notice that only IT can', async () => {
    const anna = town.resident('anna');
    await anna.command('/notice');
    await eventually(() => anna.texts.join().includes('Bare IT kan skrive driftsmeldinger her'));
  });

  it('begins a report, and tells whom to call, from a shortcut', async () => {
    const anna = town.resident('anna');
    await anna.shortcut('report_fault');
    expect(anna.texts.join()).to.contain('Hva er det som ikke virker?');
    await anna.shortcut('who_to_call');
    expect(anna.texts.at(-1)).to.contain('Hvor mye haster det?');
    const before = anna.messages.length;
    expect((await anna.shortcut('of_another_app')).status).to.equal(200);
    expect(anna.messages.length).to.equal(before);
  });

  it('tells whom to call in the answer to a command, for nobody else to see', async () => {
    const channel = town.workspace.addChannel({ name: 'skolen' });
    const anna = town.resident('anna', channel);
    const { status, body } = await anna.command('/hvem');
    expect(status).to.equal(200);
    const { response_type: type, blocks } = body as { response_type: string; blocks: Blocks };
    expect(type).to.equal('ephemeral');
    expect(textOfBlocks(blocks)).to.contain('+4700000001').and.to.contain('topdesk');
    expect(blocks.length).to.be.at.most(50);
    expect(anna.messages).to.deep.equal([]);
  });

  it('begins a report from a command, in direct messages', async () => {
    const channel = town.workspace.addChannel({ name: 'skolen' });
    const { body } = await town.resident('anna', channel).command('/feil', 'skriveren virker ikke');
    expect(JSON.stringify(body)).to.contain('direktesamtalen');
    expect(town.resident('anna').texts.join()).to.contain('Hva av dette stemmer best?');
    const help = await town.resident('anna', channel).command('/feil', 'hjelp');
    expect(JSON.stringify(help.body)).to.contain('/hvem');
  });

  it('reports a message of a colleague, with whose it is and where it stands', async () => {
    const channel = town.workspace.addChannel({ name: 'skolen' });
    const bob = town.workspace.addUser({ name: 'bob', realName: 'Bob Bø' });
    const message = town.workspace.keep(channel.id, {
      ...{ user: bob.id, text: 'noen som kommer inn i journalsystemet?', files: [], threadTs: null },
    });
    const anna = town.resident('anna', channel);
    expect((await anna.messageShortcut('report_message', message)).status).to.equal(200);
    const own = town.resident('anna');
    expect(own.messages.length).to.be.greaterThan(0);
    await own.choose('Det gjelder bare meg');
    await own.say('mine saker');
    await own.choose('');
    const search = { organisation: 'porsanger', kind: 'report', order: 'newest', limit: 1 } as const;
    const [report] = (await town.store.findRecords(search)).items;
    if (report === undefined) throw new Error('nothing was reported');
    const { what } = report.body as { what: string };
    expect(what).to.contain('journalsystemet').and.to.contain('Bob Bø');
    expect(what).to.match(/https:\/\/\S+\/archives\//);
  });

  it('shows its page: what can be begun, whom to call now, one’s own reports', async () => {
    const anna = town.resident('anna');
    await anna.openHome();
    await eventually(() => anna.home !== null);
    const text = textOfBlocks(anna.home?.view.blocks as Blocks);
    expect(text).to.contain('Porsanger').and.to.contain('+4700000001');
    await anna.pressIn('home', 'Meld');
    await eventually(() => anna.messages.length > 0);
  });

  it('is polite and silent to guests where the playbook says so', async () => {
    const playbook = shipped('porsanger');
    const { slack } = town.playbook;
    if (slack === null) throw new Error('the town is not in Slack');
    Object.assign(slack, { guests: 'refuse' });
    const guest = town.workspace.addUser({ name: 'gast', isStranger: true, team: 'T0ELSEWHERE' });
    const channel = town.workspace.addChannel({ name: 'felles', isExtShared: true });
    const resident = town.resident(guest.name, channel);
    await resident.say('hvem ringer jeg nå?');
    await eventually(() => resident.ephemerals.length === 1);
    expect(resident.texts.join()).to.contain(playbook.name).and.to.not.contain('+47');
  });
});

async function eventually(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).to.equal(true);
}
