import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { runHere, temporaryFiles } from '../../../support/run-here.ts';
import { manifestShape, type SlackManifest } from '../../manifests/slack/schema.ts';

const HOST = ['--host', 'bot.kommun.se'];

describe('driftvakt package --slack', () => {
  const file = temporaryFiles('package-slack');
  const pack = (out: string, words: readonly string[], platform: readonly string[] = ['--slack']) =>
    runHere(['package', ...platform, '--out', out, ...words]);
  const manifest = (name: string): SlackManifest =>
    manifestShape.parse(parse(readFileSync(file(name), 'utf8')));

  it('writes a manifest for HTTP with the host, and says where Slack sends to', async () => {
    const { code, out, err } = await pack(file('http.yaml'), HOST);
    expect([code, err]).to.deep.equal([0, '']);
    expect(out).to.include('https://bot.kommun.se/slack/events').and.to.include('docs/slack.md');
    const text = readFileSync(file('http.yaml'), 'utf8');
    expect(text).to.not.include('example.org');
    expect(manifest('http.yaml').settings.interactivity.request_url).to.equal(
      'https://bot.kommun.se/slack/events',
    );
  });

  it('writes one for Socket Mode without a host, in a language, under a name', async () => {
    const words = ['--socket', '--language', 'NB', '--name', 'Vakta på Rådhuset', '--json'];
    const { code, out, err } = await pack(file('socket.yaml'), words);
    expect([code, err]).to.deep.equal([0, '']);
    expect(JSON.parse(out)).to.deep.equal({
      ...{ out: file('socket.yaml'), bytes: readFileSync(file('socket.yaml')).length },
      ...{ mode: 'socket', host: null, name: 'Vakta på Rådhuset', language: 'nb', endpoint: null },
    });
    const { display_information: display, features, settings } = manifest('socket.yaml');
    expect(display.name).to.equal('Vakta på Rådhuset');
    expect(display.long_description).to.match(/^Vakta på Rådhuset kan organisasjonens/);
    expect(features.bot_user.display_name).to.equal('vakta-pa-radhuset');
    expect(settings.socket_mode_enabled).to.equal(true);
  });

  it('calls the bot by the product’s name where Slack takes nothing of another', async () => {
    expect((await pack(file('cyrillic.yaml'), [...HOST, '--name', 'Вахта'])).code).to.equal(0);
    expect(manifest('cyrillic.yaml').features.bot_user.display_name).to.equal('driftvakt');
  });

  it('writes one for several workspaces, and for a whole Enterprise organisation', async () => {
    await pack(file('several.yaml'), [...HOST, '--several-workspaces', '--org-wide']);
    const { settings, oauth_config: oauth } = manifest('several.yaml');
    expect(settings).to.include({ org_deploy_enabled: true, token_rotation_enabled: true });
    expect(oauth.redirect_urls).to.have.length(1);
  });

  it('never overwrites a file, unless it is told to', async () => {
    const [before, refused, forced] = [
      await pack(file('once.yaml'), HOST),
      await pack(file('once.yaml'), [...HOST, '--language', 'sv']),
      await pack(file('once.yaml'), [...HOST, '--language', 'sv', '--force']),
    ];
    expect([before.code, refused.code, forced.code]).to.deep.equal([0, 2, 0]);
    expect(refused.err).to.include('--force');
    expect(manifest('once.yaml').display_information.description).to.match(/^Anmäl/);
  });

  const wrong: Readonly<Record<string, [string[], string, string[]?]>> = {
    'no host': [[], '--host'],
    'an address as host': [['--host', 'https://bot.kommun.se'], '--host'],
    'several workspaces without a host': [['--socket', '--several-workspaces'], '--host'],
    'a language that is none of ours': [[...HOST, '--language', 'fi'], '--language'],
    'a long name': [[...HOST, '--name', 'x'.repeat(36)], '--name'],
    'an option of Teams': [[...HOST, '--app-id', 'x'], '--app-id is for Teams'],
    'an option of Slack for Teams': [[...HOST, '--socket'], '--socket is for Slack', ['--teams']],
    'both platforms': [HOST, 'one of them', ['--teams', '--slack']],
    'no platform': [HOST, 'one of them', []],
  };
  for (const [name, [words, said, platform]] of Object.entries(wrong))
    it(`refuses in one line: ${name}`, async () => {
      const { code, out, err } = await pack(file('wrong.yaml'), words, platform);
      expect(code).to.equal(2);
      expect(out).to.equal('');
      expect(err)
        .to.include(said)
        .and.to.match(/^[^\n]+\n$/);
    });
});
