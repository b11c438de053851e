import { expect } from 'chai';
import type { OutageNotice } from '../../../src/domain/notices/notice.ts';
import { broadcast, publishOutage } from '../../support/broadcast.ts';
import { putNotices } from '../../support/journeys/announced.ts';
import { outageNotice } from '../../support/notices.ts';
import { at, shipped } from '../../support/playbooks.ts';
import type { Json } from '../../support/slack/check.ts';
import { memberJoined } from '../../support/slack/events.ts';
import { buttonsOf, textOfMessage } from '../../support/slack/read-blocks.ts';
import type { Resident } from '../../support/slack/resident.ts';
import { SlackTown } from '../../support/slack/slack-town.ts';
import type { FakeChannel, FakeMessage } from '../../support/slack/world.ts';

describe('notices in a channel of Slack', () => {
  let town: SlackTown;
  let channel: FakeChannel;
  const outage: OutageNotice = outageNotice({ organisation: 'itcentrum', services: ['tes'], asksRead: true });

  beforeEach(async () => {
    const playbook = shipped('itcentrum');
    town = await SlackTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant());
    channel = town.workspace.addChannel({ name: 'tierp' });
    await putNotices(town.store, [outage]);
  });
  afterEach(() => town.stop());

  const roomOf = ({ id }: FakeChannel): string => `slack/itcentrum/${town.workspace.team}/${id}`;
  const records = async (kind: string) =>
    (await town.store.findRecords({ organisation: 'itcentrum', kind, order: 'oldest', limit: 50 })).items;

  /** The notice stands in the channel. */
  function posted(): FakeMessage {
    const { slack } = broadcast(town.playbook, outage, roomOf(channel), town.now);
    return town.workspace.keep(channel.id, {
      ...{ user: town.workspace.bot.id, text: slack.text, blocks: slack.blocks as unknown as Json[] },
    });
  }

  async function press(resident: Resident, message: FakeMessage, label: string): Promise<void> {
    const button = buttonsOf(message.blocks).find((each) => each.label === label);
    if (button === undefined) throw new Error(`no "${label}"`);
    expect((await resident.press(message, button)).status).to.equal(200);
  }

  const inChat = (resident: Resident): string =>
    town.workspace
      .messages(town.workspace.dmWith(resident.user.id).id)
      .filter(({ isOfBot }) => isOfBot)
      .map(textOfMessage)
      .join('\n');

  it('are answered each in their own chat, count a person once, and keep all their buttons', async () => {
    const message = posted();
    const [anna, bo] = [town.resident('anna', channel), town.resident('bo', channel)];
    await press(anna, message, 'Jag också');
    await press(anna, message, 'Jag också');
    await press(bo, message, 'Jag också');
    expect(await records('me-too')).to.have.length(2);
    expect(inChat(anna)).to.contain('Noterat: du drabbas också');
    expect(inChat(bo)).to.contain('Noterat: du drabbas också');
    const others = town.workspace.messages(channel.id).filter(({ ts }) => ts !== message.ts);
    expect(others).to.deep.equal([]);
    expect(message.updates).to.equal(0);
    await eventually(() => bo.ephemerals.length === 1);
    expect(bo.ephemerals.map(textOfMessage).join()).to.contain('direktkonversation');
  });

  it('are answered where they stand if one’s own chat cannot be opened', async () => {
    const message = posted();
    const anna = town.resident('anna', channel);
    town.slack.failNextIn({ method: 'conversations.open' }, { error: 'cannot_dm_bot' });
    await press(anna, message, 'Jag också');
    expect(await records('me-too')).to.have.length(1);
    const answers = town.workspace.messages(channel.id).filter(({ threadTs }) => threadTs === message.ts);
    expect(answers.map(textOfMessage).join()).to.contain('Noterat: du drabbas också');
  });

  it('note who has read them', async () => {
    const message = posted();
    const anna = town.resident('anna', channel);
    await press(anna, message, 'Jag har läst det');
    expect((await records('reader')).map(({ body }) => body)).to.deep.equal([
      { notice: 'N1', user: anna.user.id, name: null },
    ]);
    expect(inChat(anna)).to.contain('Noterat: du har läst det.');
  });

  it('show what one gets oneself, and not what the channel gets', async () => {
    const anna = town.resident('anna', channel);
    await press(anna, posted(), 'Mina prenumerationer');
    expect(inChat(anna)).to.contain('Du får ingen driftinformation av mig');
  });

  it('come to a channel whose members joined it: outside of every thread', async () => {
    const anna = town.resident('anna', channel);
    await anna.say('prenumerera');
    expect(anna.texts.join()).to.contain('Den här kanalen får ingen driftinformation');
    await anna.choose('Prenumerera');
    expect(anna.texts.at(-1)).to.contain('Den här kanalen får driftinformation');
    const [subscription] = await records('subscription');
    expect(subscription?.body).to.deep.include({
      ...{ destination: roomOf(channel), organisation: 'itcentrum', source: 'channel', user: null },
      ...{ kinds: null, sites: null, services: null, confirmed: true },
    });
    const reached = await town.engine.reached('itcentrum', roomOf(channel));
    if (reached.outcome !== 'known') throw new Error('the channel is not known');
    expect(reached.reach.address).to.deep.include({ channel: channel.id, thread: null });
    await anna.choose('Ändra vad');
    await anna.choose('bara driftstopp');
    expect(anna.texts.at(-1)).to.contain('Vad: bara driftstopp');
    await anna.say('avprenumerera');
    await anna.choose('Sluta prenumerera');
    expect(await records('subscription')).to.deep.equal([]);
  });

  it('go out to such a channel, and what is pressed there is answered', async () => {
    const anna = town.resident('anna', channel);
    await anna.say('prenumerera');
    await anna.choose('Prenumerera');
    await publishOutage(town, 'treserva');
    const message = town.workspace
      .messages(channel.id)
      .find((each) => each.threadTs === null && textOfMessage(each).includes('Driftstopp: Treserva'));
    if (message === undefined) throw new Error('the notice did not come');
    await press(town.resident('bo', channel), message, 'Jag också');
    expect(inChat(town.resident('bo', channel))).to.contain('Noterat: du drabbas också');
  });

  it('are offered when the bot is added to a channel', async () => {
    const { workspace } = town;
    const anna = town.resident('anna', channel);
    await town.event(memberJoined(workspace, channel, workspace.bot.id, anna.user.id));
    const greeting = workspace.messages(channel.id).find(({ isOfBot }) => isOfBot);
    expect(textOfMessage(greeting!)).to.contain('Kanalen själv kan få driftinformation');
    expect(buttonsOf(greeting!.blocks).map(({ label }) => label)).to.include('Få driftinformation');
  });
});

async function eventually(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).to.equal(true);
}
