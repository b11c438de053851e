import { expect } from 'chai';
import type { OutageNotice } from '../../../src/domain/notices/notice.ts';
import { broadcast, publishOutage } from '../../support/broadcast.ts';
import { putNotices } from '../../support/journeys/announced.ts';
import { outageNotice } from '../../support/notices.ts';
import { at, shipped } from '../../support/playbooks.ts';
import { buttonsOf, textOfMessage } from '../../support/teams/read-card.ts';
import { Resident } from '../../support/teams/resident.ts';
import { closeAuthorities, TeamsTown, TOWN_TENANT } from '../../support/teams/teams-town.ts';

const CHANNEL = '19:tierp@thread.tacv2';
const POST = `${CHANNEL};messageid=1763885700123`;
const ROOM = `teams/itcentrum/${TOWN_TENANT}/${CHANNEL}`;

describe('notices in a channel of Teams', () => {
  let town: TeamsTown;
  const outage: OutageNotice = outageNotice({ organisation: 'itcentrum', services: ['tes'], asksRead: true });

  beforeEach(async function () {
    this.timeout(20_000);
    const playbook = shipped('itcentrum');
    town = await TeamsTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant());
    await putNotices(town.store, [outage]);
  });
  afterEach(() => town.stop());
  after(closeAuthorities);

  const records = async (kind: string) =>
    (await town.store.findRecords({ organisation: 'itcentrum', kind, order: 'oldest', limit: 50 })).items;
  const texts = (conversation: string): string =>
    town.connector
      .messages(conversation)
      .map(({ activity }) => textOfMessage(activity))
      .join('\n');

  /** Presses what stands on the notice in the channel, and gives the words that Teams shows on the card. */
  async function press(user: string, title: string): Promise<unknown> {
    const { teams } = broadcast(town.playbook, outage, ROOM, town.now);
    const type = 'application/vnd.microsoft.card.adaptive';
    const activity = { type: 'message', attachments: [{ contentType: type, content: teams }] };
    const button = buttonsOf(activity as never).find((each) => each.title === title);
    if (button === undefined) throw new Error(`no "${title}"`);
    const resident = new Resident(town, user, { channel: POST });
    const { status, body } = await resident.press({ id: '1763885700123' }, button);
    expect(status).to.equal(200);
    expect(body).to.include({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    return (body as { value: unknown }).value;
  }

  it('are answered each in their own chat, count a person once, and stay as they are', async () => {
    expect(await press('anna', 'Jag också')).to.contain('Noterat: du drabbas också');
    await press('anna', 'Jag också');
    await press('bo', 'Jag också');
    expect(await records('me-too')).to.have.length(2);
    expect(texts('a:chat-with-29:anna')).to.contain('Noterat: du drabbas också');
    expect(texts('a:chat-with-29:bo')).to.contain('Noterat: du drabbas också');
    expect(texts(POST)).to.equal('');
  });

  it('note who has read them, and point to what is longer', async () => {
    expect(await press('anna', 'Jag har läst det')).to.equal('Noterat: du har läst det.');
    expect(await records('reader')).to.have.length(1);
    expect(await press('anna', 'Mina prenumerationer')).to.contain('direktkonversation');
    expect(texts('a:chat-with-29:anna')).to.contain('Du får ingen driftinformation av mig');
  });

  it('are answered where they stand if one’s own chat cannot be opened', async () => {
    town.connector.faults.add([{ status: 403, code: 'ForbiddenOperationException' }]);
    expect(await press('anna', 'Jag också')).to.contain('Noterat: du drabbas också');
    expect(await records('me-too')).to.have.length(1);
    expect(texts(POST)).to.contain('Noterat: du drabbas också');
  });

  it('come to a channel whose members joined it: outside of every thread', async () => {
    const anna = new Resident(town, 'anna', { channel: POST, locale: 'sv-SE' });
    await anna.say('prenumerera');
    await anna.choose('Prenumerera');
    expect(anna.texts.at(-1)).to.contain('Den här kanalen får driftinformation');
    const [subscription] = await records('subscription');
    expect(subscription?.body).to.deep.include({ destination: ROOM, source: 'channel', user: null });
    const reached = await town.engine.reached('itcentrum', ROOM);
    if (reached.outcome !== 'known') throw new Error('the channel is not known');
    expect(reached.reach.address).to.deep.include({ conversation: CHANNEL });
  });

  it('go out to such a channel, and what is pressed there is answered', async () => {
    const anna = new Resident(town, 'anna', { channel: POST, locale: 'sv-SE' });
    await anna.say('prenumerera');
    await anna.choose('Prenumerera');
    await publishOutage(town, 'treserva');
    const bo = new Resident(town, 'bo', { channel: CHANNEL });
    expect(bo.texts.join()).to.contain('Driftstopp: Treserva');
    const { body } = await bo.choose('Jag också');
    expect(JSON.stringify(body)).to.contain('Noterat: du drabbas också');
    expect(texts('a:chat-with-29:bo')).to.contain('Noterat: du drabbas också');
  });
});
