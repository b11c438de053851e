import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { namedWish } from '../../../../src/conversation/named-wish.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { say } from '../../../../src/locales/say.ts';
import { MODES, template, written } from './read.ts';
import { manifestShape } from './schema.ts';

const root = new URL('../../../../', import.meta.url);
const addresses = (manifest: object): string[] => JSON.stringify(manifest).match(/https:\/\/[^"]+/g) ?? [];

describe('the manifests of the Slack app', () => {
  for (const mode of MODES)
    it(`are what Slack documents, as they lie in the folder: ${mode}`, () => {
      const { settings, features } = template(mode);
      expect(settings.socket_mode_enabled).to.equal(mode === 'socket');
      expect(features.app_home).to.deep.equal({
        ...{ home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      });
      // The one token of SLACK_BOT_TOKEN would end after 12 hours.
      expect(settings.token_rotation_enabled).to.equal(false);
    });

  it('are held to that: a long name, a short description, a command that is none, and a part that nobody knows', () => {
    const good = template('http');
    const { display_information: display, features } = good;
    const command = { ...features.slash_commands[0], command: '/Fel anmälan' };
    const wrong = [
      { ...good, display_information: { ...display, name: 'x'.repeat(36) } },
      { ...good, display_information: { ...display, long_description: 'x'.repeat(173) } },
      { ...good, features: { ...features, slash_commands: [command] } },
      { ...good, features: { ...features, slash_commands: Array(51).fill(features.slash_commands[0]) } },
      { ...good, features: { ...features, shortcuts: Array(6).fill(features.shortcuts[0]) } },
      { ...good, functions: {} },
    ];
    for (const manifest of wrong) expect(manifestShape.safeParse(manifest).success).to.equal(false);
  });

  it('differ only in how Slack reaches the service', () => {
    const bare = ({ settings, features, ...rest }: ReturnType<typeof template>) => ({
      ...rest,
      features: { ...features, slash_commands: features.slash_commands.map(({ url: _, ...one }) => one) },
      settings: { ...settings, socket_mode_enabled: null, event_subscriptions: null, interactivity: null },
      events: settings.event_subscriptions.bot_events,
    });
    expect(bare(template('http'))).to.deep.equal(bare(template('socket')));
    expect(addresses(template('socket'))).to.deep.equal([]);
    const { settings, features } = template('http');
    expect(addresses(template('http'))).to.have.length(features.slash_commands.length + 2);
    expect(settings.interactivity.request_url).to.equal(settings.event_subscriptions.request_url);
  });

  it('have the colour of the icon', () => {
    const icon = readFileSync(new URL('manifests/teams/color.svg', root), 'utf8');
    const [, colour] = /fill="(#[0-9a-f]{6})"/.exec(icon) ?? [];
    expect(template('http').display_information.background_color).to.equal(colour);
  });

  it('as they are written lead to the host, and to nowhere else', () => {
    expect(new Set(addresses(written()))).to.deep.equal(new Set(['https://bot.kommun.se/slack/events']));
    expect(addresses(written({ mode: 'socket', host: null }))).to.deep.equal([]);
  });

  it('as they are written for several workspaces have somewhere to come back to, and tokens that rotate', () => {
    const { oauth_config: oauth, settings } = written({ isForSeveral: true, isOrgWide: true });
    expect(oauth.redirect_urls).to.deep.equal(['https://bot.kommun.se/slack/oauth_redirect']);
    expect(settings).to.include({ token_rotation_enabled: true, org_deploy_enabled: true });
    expect(written().oauth_config).to.have.all.keys('scopes');
  });

  it('take any name as it is, and keep Slack’s limits with it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 35 }),
        fc.constantFrom(...LANGUAGES),
        (name, language) => {
          const manifest = written({ name, language });
          expect(manifest.display_information.name).to.equal(name);
          expect({ ...manifest, display_information: 0 }).to.deep.equal({
            ...written({ language }),
            display_information: 0,
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  for (const language of LANGUAGES)
    it(`in ${language} name their shortcuts as the menu does, and leave no English but in English`, () => {
      for (const mode of MODES) {
        const { features, display_information: display } = written({ mode, language });
        const named = Object.fromEntries(
          features.shortcuts.map(({ callback_id: id, name }) => [id, name] as const),
        );
        expect(named.report_fault).to.equal(say(language, 'menu.report'));
        expect(named.who_to_call).to.equal(say(language, 'menu.who'));
        expect(namedWish(named.report_fault ?? '')).to.equal('report');
        if (language === 'en') continue;
        const english = template(mode);
        const texts = [
          ...features.shortcuts.flatMap(({ name, description }) => [name, description]),
          ...features.slash_commands.flatMap(({ description, usage_hint }) => [description, usage_hint]),
          ...[display.description, display.long_description],
        ];
        const before = [
          ...english.features.shortcuts.flatMap(({ name, description }) => [name, description]),
          ...english.features.slash_commands
            .slice(0, 1)
            .flatMap(({ description, usage_hint }) => [description, usage_hint]),
          ...[english.display_information.description, english.display_information.long_description],
        ];
        for (const text of before) expect(texts).to.not.include(text);
      }
    });
});
