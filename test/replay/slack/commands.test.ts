import { expect } from 'chai';
import { COMMANDS } from '../../../src/channels/slack/receiver/parse/commands.ts';
import { LANGUAGES } from '../../../src/domain/organisation/language.ts';
import { say } from '../../../src/locales/say.ts';
import { at, SHIPPED, type Shipped, shipped } from '../../support/playbooks.ts';
import { refusedBlocks } from '../../support/slack/check-blocks.ts';
import { buttonsOf, textOfBlocks } from '../../support/slack/read-blocks.ts';
import { SlackTown } from '../../support/slack/slack-town.ts';

type Blocks = Parameters<typeof textOfBlocks>[0];
interface Answer {
  readonly response_type: string;
  readonly text: string;
  readonly blocks: Blocks;
}

describe('slash commands in Slack', () => {
  let town: SlackTown;
  const start = async (organisation: Shipped, local = '2026-11-23T10:00') => {
    const playbook = shipped(organisation);
    town = await SlackTown.start(playbook, at(playbook, local).toInstant());
  };
  afterEach(() => town.stop());

  async function answer(command: string, text = ''): Promise<Answer> {
    const channel = town.workspace.addChannel({ name: `kanal-${town.workspace.channels.size}` });
    const { status, body } = await town.resident('anna', channel).command(command, text);
    expect(status).to.equal(200);
    const told = body as Answer;
    expect(told.response_type).to.equal('ephemeral');
    expect(refusedBlocks(told.blocks)).to.equal(null);
    expect(told.text).to.not.equal('');
    return told;
  }

  it('all tell how they are used, in their language, and begin nothing', async () => {
    await start('porsanger');
    for (const [command, { language }] of COMMANDS)
      for (const word of ['help', 'hjälp', ' HJELP ', 'hulp', '?']) {
        // Who speaks no language yet is answered in the command's, or the organisation's first.
        const told = textOfBlocks((await answer(command, word)).blocks);
        expect(told, command).to.include(say(language ?? 'nb', 'channel.command-help'));
      }
    expect(town.resident('anna').messages).to.deep.equal([]);
  });

  it('tell whom to call about a service that is named, and about nothing else', async () => {
    await start('falkenberg');
    const { blocks } = await answer('/vem', 'intraphone');
    expect(textOfBlocks(blocks))
      .to.include('IntraPhone')
      .and.to.not.include(say('sv', 'channel.search-none'));
    expect(buttonsOf(blocks)).to.deep.equal([]);
  });

  it('tell whom to call in general where nothing goes by that name, and say so first', async () => {
    await start('porsanger');
    const general = textOfBlocks((await answer('/hvem')).blocks);
    const text = textOfBlocks((await answer('/hvem', 'kaffemaskinen *<!channel>*')).blocks);
    expect(general).to.include('+4700000001');
    expect(text).to.include('+4700000001').and.to.include(say('nb', 'channel.search-none'));
    expect(text).to.not.include('kaffe');
  });

  it('answer in the words of their own language, whatever the organisation speaks first', async () => {
    await start('harjedalen', '2026-12-24T10:00');
    for (const [command, language] of [
      ['/wie', 'nl'],
      ['/vem', 'sv'],
    ] as const)
      expect(textOfBlocks((await answer(command)).blocks)).to.include(
        say(language, 'channel.search-anybody'),
      );
  });

  for (const organisation of SHIPPED)
    it(`stay within what Slack takes at once, for every service of ${organisation}`, async () => {
      await start(organisation);
      const names = [...town.playbook.services.values()].flatMap(({ name }) => Object.values(name));
      for (const language of LANGUAGES) {
        const [command = ''] = [...COMMANDS].find(
          ([, alias]) => alias.command === 'who' && alias.language === language,
        ) ?? ['/who-to-call'];
        // Several at once have the longest answers.
        for (const text of ['', names.join(' '), ...names.slice(0, 3)]) await answer(command, text);
      }
    });

  it('tell of known outages in the person’s own chat', async () => {
    await start('porsanger');
    expect(textOfBlocks((await answer('/driftsmelding')).blocks)).to.include(say('nb', 'channel.in-chat'));
    expect(town.resident('anna').texts.join()).to.not.equal('');
  });
});
