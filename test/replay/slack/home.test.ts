import { expect } from 'chai';
import { callMessage } from '../../../src/conversation/who/call-message.ts';
import { say } from '../../../src/locales/say.ts';
import { KINDS } from '../../../src/runtime/record-codecs.ts';
import { outageNotice } from '../../support/notices.ts';
import { at, SHIPPED, shipped } from '../../support/playbooks.ts';
import { buttonsOf, textOfBlocks } from '../../support/slack/read-blocks.ts';
import type { Resident } from '../../support/slack/resident.ts';
import { SlackTown } from '../../support/slack/slack-town.ts';

type Blocks = Parameters<typeof textOfBlocks>[0];

describe('the bot’s page in Slack', () => {
  let town: SlackTown;
  beforeEach(async () => {
    const playbook = shipped('porsanger');
    town = await SlackTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant());
  });
  afterEach(() => town.stop());

  async function page(resident: Resident): Promise<Blocks> {
    const before = resident.home?.updates ?? -1;
    await resident.openHome();
    await eventually(() => (resident.home?.updates ?? -1) > before);
    return resident.home?.view.blocks as Blocks;
  }

  /** As if IT had announced so many, each with the longest word that it takes. */
  async function announced(count: number): Promise<void> {
    const [organisation, since] = [town.playbook.organisation, town.now.epochMilliseconds];
    const records = Array.from({ length: count }, (_, i) => {
      const text = {
        [town.playbook.languages[0] ?? 'en']: `Nr. ${i}. `.padEnd(1000, 'Vi arbeider med det. '),
      };
      const notice = outageNotice({ id: `o${i}`, organisation, services: [], sites: null, text });
      const times = { since, createdAt: since, publishedAt: since, changedAt: since };
      const keys = { state: 'open', kind: 'outage' };
      const body = JSON.parse(JSON.stringify({ ...notice, ...times }));
      const about = { change: 'write', organisation, kind: KINDS.notice, id: notice.id } as const;
      return { ...about, at: since - count + i, keys, body };
    });
    for (let i = 0; i < count; i += 10) {
      const id = `announced-${i}`;
      await town.store.receive({ id, conversation: id, receivedAt: since, body: null });
      await town.store.commit({
        ...{ event: id, conversation: id, expected: 0, state: null, at: since },
        records: records.slice(i, i + 10),
      });
    }
  }

  it('has a button for everything that can be begun, which begins it in the person’s own chat', async () => {
    const anna = town.resident('anna');
    const labels = buttonsOf(await page(anna)).map(({ label }) => label);
    const wishes = [
      ...(['report', 'who', 'status', 'routine', 'my-reports'] as const),
      ...(['subscription', 'profile'] as const),
    ];
    expect(labels).to.deep.equal(wishes.map((wish) => say('nb', `menu.${wish}`)));
    for (const label of labels) {
      const before = anna.messages.length;
      expect((await anna.pressIn('home', label)).status).to.equal(200);
      expect(anna.messages.length, label).to.be.greaterThan(before);
    }
  });

  it('shows one’s own reports, and nobody else’s', async () => {
    const [anna, bob] = [town.resident('anna'), town.resident('bob')];
    await anna.say('skriveren virker ikke');
    await anna.choose('Det gjelder bare meg');
    expect(textOfBlocks(await page(anna))).to.include('skriveren virker ikke');
    expect(textOfBlocks(await page(bob))).to.not.include('skriveren');
  });

  it('speaks the language that somebody chose', async () => {
    const anna = town.resident('anna');
    await anna.say('english please');
    const blocks = await page(anna);
    expect(buttonsOf(blocks).map(({ label }) => label)).to.include(say('en', 'menu.status'));
    expect(textOfBlocks(blocks)).to.include('Who do I call now? Critical').and.to.not.include('Hvem');
  });

  it('shows known outages before the numbers, and nothing of it can be pressed but what begins something', async () => {
    await announced(2);
    const blocks = await page(town.resident('anna'));
    const text = textOfBlocks(blocks);
    expect(text.indexOf('Nr. 1.')).to.be.within(1, text.indexOf('+4700000001'));
    expect(buttonsOf(blocks)).to.have.lengthOf(7);
  });

  for (const organisation of SHIPPED)
    it(`has room for whom to call in ${organisation} also with 50 known outages`, async () => {
      await town.stop();
      const playbook = shipped(organisation);
      town = await SlackTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant());
      await announced(50);
      const anna = town.resident('anna');
      const [language = 'en'] = playbook.languages;
      const text = textOfBlocks(await page(anna));
      const call = callMessage(
        playbook,
        { class: 'critical', service: null },
        language,
        at(playbook, '2026-11-23T10:00'),
      );
      expect(text).to.include(call.answer.status).and.to.include('Nr. 49.');
      for (const { phone } of call.answer.steps.flatMap(({ contacts }) => contacts))
        expect(text).to.include(phone?.text ?? '');
      expect(town.slack.seenOf('views.publish').map(({ error }) => error)).to.deep.equal([null]);
    });
});

async function eventually(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).to.equal(true);
}
