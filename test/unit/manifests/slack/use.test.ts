import { expect } from 'chai';
import { SHORTCUTS } from '../../../../src/channels/slack/answers/direct.ts';
import { METHODS } from '../../../../src/channels/slack/api/methods.ts';
import { COMMANDS, RESERVED_COMMANDS } from '../../../../src/channels/slack/receiver/parse/commands.ts';
import { EVENT_TYPES } from '../../../../src/channels/slack/receiver/parse/events.ts';
import { REPORT_MESSAGE } from '../../../../src/channels/slack/receiver/parse/shortcuts.ts';
import { BOT_SCOPES } from '../../../../src/channels/slack/scopes.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { say } from '../../../../src/locales/say.ts';
import { MODES, template } from './read.ts';

/**
 * What a subscription needs, by the names of a manifest: `message.im` brings events of the type `message`.
 * Source: “Required scopes” of https://docs.slack.dev/reference/events/<name>
 */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_left: ['channels:read'],
  group_left: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};

/** What is there for neither a method nor an event. */
const FEATURES: Readonly<Record<string, string>> = {
  commands: 'slash commands and shortcuts: https://docs.slack.dev/reference/scopes/commands',
  'files:read': 'pictures that people send: https://docs.slack.dev/reference/objects/file-object',
  'metadata.message:read':
    'by its id a message is found again: https://docs.slack.dev/messaging/message-metadata',
  'users:read.email': 'the address in users.info: https://docs.slack.dev/reference/methods/users.info',
};

for (const mode of MODES)
  describe(`the ${mode} manifest of the Slack app`, () => {
    const { oauth_config, settings, features } = template(mode);
    const scopes = oauth_config.scopes.bot;
    const events = settings.event_subscriptions.bot_events;

    it('asks for the scopes of the code, each once, in the same order', () => {
      expect(scopes).to.deep.equal(BOT_SCOPES);
      expect(new Set(scopes)).to.have.length(scopes.length);
    });

    it('asks for no scope that nothing uses, and leaves out none', () => {
      const used = [
        ...Object.values(METHODS).flatMap((method) => method.scopes),
        ...events.flatMap((event) => EVENTS[event] ?? []),
        ...Object.keys(FEATURES),
      ];
      expect(new Set(scopes)).to.deep.equal(new Set(used));
    });

    it('subscribes to every event that the parser understands, and to no other', () => {
      expect(events).to.have.members(Object.keys(EVENTS));
      const types = events.map((event) => event.replace(/\..*$/, ''));
      expect(types).to.have.members(EVENT_TYPES);
    });

    it('lists every command that is understood but those that Slack keeps, and no other', () => {
      const listed = features.slash_commands.map(({ command }) => command);
      expect(listed).to.have.members([...COMMANDS.keys()].filter((name) => !RESERVED_COMMANDS.has(name)));
      expect(listed.filter((name) => RESERVED_COMMANDS.has(name))).to.deep.equal([]);
    });

    it('lists the shortcuts that are understood, and no other', () => {
      const ids = (type: string) =>
        features.shortcuts.filter((each) => each.type === type).map((each) => each.callback_id);
      expect(ids('global')).to.have.members([...SHORTCUTS.keys()]);
      expect(ids('message')).to.deep.equal([REPORT_MESSAGE]);
    });
  });

describe('the slash commands of Slack', () => {
  for (const language of LANGUAGES)
    it(`are there in ${language} for everything, under names that Slack gives away, and help tells them`, () => {
      const own = language === 'en' ? null : language;
      for (const wanted of ['fault', 'who', 'notice']) {
        const names = [...COMMANDS].filter(
          ([name, alias]) =>
            alias.command === wanted && alias.language === own && !RESERVED_COMMANDS.has(name),
        );
        expect(names, wanted).to.not.be.empty;
        const told = names.filter(([name]) => say(language, 'channel.command-help').includes(name));
        expect(told, `help tells of ${wanted}`).to.not.be.empty;
      }
    });
});
