import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { SHORTCUTS } from '../../../../src/channels/slack/answers/direct.ts';
import { COMMANDS, RESERVED_COMMANDS } from '../../../../src/channels/slack/receiver/parse/commands.ts';
import { REPORT_MESSAGE } from '../../../../src/channels/slack/receiver/parse/shortcuts.ts';
import { BOT_SCOPES } from '../../../../src/channels/slack/scopes.ts';
import { packageCommand } from '../../../../src/cli/commands/package.ts';
import type { Terminal } from '../../../../src/cli/terminal.ts';
import { template } from '../../manifests/slack/read.ts';

const DOCS = new URL('../../../../docs/', import.meta.url);
const text = readFileSync(new URL('slack.md', DOCS), 'utf8');

/** What stands in code marks in the first cell of each row of the tables below a heading. */
function named(heading: string): string[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const cells = [...section.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

describe('docs/slack.md', () => {
  it('tells of every scope and every event why, and of no other', () => {
    const events = template('http').settings.event_subscriptions.bot_events;
    expect(named('What it may do')).to.have.members([...BOT_SCOPES, ...events]);
  });

  it('names every command in the column of its language, and every shortcut', () => {
    const section = text.split(/^## /m).find((part) => part.startsWith('Slash commands')) ?? '';
    const rows = section.match(/^\| (?:report|whom|known).*$/gm) ?? [];
    const columns = ['sv', 'nb', 'nl', null] as const;
    for (const [i, language] of columns.entries()) {
      const told = rows.flatMap((row) => row.split('|')[i + 2]?.match(/\/[a-z-]+/g) ?? []);
      const known = [...COMMANDS].flatMap(([name, alias]) =>
        alias.language === language && !RESERVED_COMMANDS.has(name) ? [name] : [],
      );
      expect(told, `${language}`).to.have.members(known);
    }
    for (const id of [...SHORTCUTS.keys(), REPORT_MESSAGE]) expect(text).to.include(`\`${id}\``);
  });

  it('explains every option of the manifest', () => {
    const options = packageCommand({} as Terminal).options.filter(
      ({ description, long }) => description.startsWith('Slack:') || long === '--name' || long === '--host',
    );
    expect(options).to.have.length.above(4);
    const told = named('The manifest');
    for (const { long } of options) expect(told).to.include(long);
  });

  it('shows pictures, and leads to files and places, that are there', () => {
    const own = /^#(.+)$/;
    const places = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    expect(links).to.have.length.above(10);
    for (const link of links.filter((each) => !/^https?:/.test(each))) {
      const [, place] = own.exec(link) ?? [];
      if (place !== undefined) expect(places).to.include(place);
      else expect(existsSync(new URL(link.replace(/#.*$/, ''), DOCS)), link).to.equal(true);
    }
  });

  it('names what the log says as the log says it', () => {
    const sources = [
      ...['receiver/take.ts', 'receiver/receive.ts', 'receiver/verify.ts', 'receiver/strangers.ts'],
      ...[
        'receiver/socket.ts',
        'answers/direct.ts',
        'answers/home.ts',
        'answers/modal.ts',
        'introduce.ts',
        'sender.ts',
      ],
    ].map((name) => readFileSync(new URL(`../src/channels/slack/${name}`, DOCS), 'utf8'));
    const code = [
      ...sources,
      readFileSync(new URL('../src/service.ts', DOCS), 'utf8'),
      readFileSync(new URL('../src/runtime/delivery-worker.ts', DOCS), 'utf8'),
      readFileSync(new URL('../src/runtime/store-watch.ts', DOCS), 'utf8'),
    ].join('\n');
    const phrases = named('When something goes wrong').filter(
      (phrase) => !/SLACK_|^(?:failed|ambiguous)$/.test(phrase),
    );
    expect(phrases).to.have.length.above(10);
    for (const phrase of phrases) expect(code).to.include(phrase.replace(/ …$/, ''));
  });
});
