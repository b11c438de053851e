import { expect } from 'chai';
import fc from 'fast-check';
import { slackBlocks } from '../../../src/channels/slack/render.ts';
import { teamsCard } from '../../../src/channels/teams/render.ts';
import { terminalText } from '../../../src/channels/terminal/render.ts';
import { MESSAGE_KINDS, type Message } from '../../../src/conversation/messages.ts';
import { numberedText, plainText } from '../../../src/conversation/plain-text/plain-text.ts';
import { everyKindOf, HOSTILE } from '../../support/hostile.ts';
import { Marked, shownInSlack, shownInTeams } from '../../support/shown.ts';

const RENDERERS: Readonly<Record<string, (message: Message) => string[]>> = {
  teams: (message) => shownInTeams(teamsCard(message)),
  slack: (message) => shownInSlack(slackBlocks(message)),
  'plain text': (message) => [
    plainText(message),
    ...message.choices.map(({ label }) => label),
    ...submits(message),
  ],
  'numbered text': (message) => [numberedText(message), ...submits(message)],
  terminal: (message) => [terminalText(message, 10_000), ...submits(message)],
};

/** A form's own button and what else can be chosen in it are asked for one by one in plain text. */
function submits(message: Message): string[] {
  if (message.kind !== 'form') return [];
  return [
    message.submit.label,
    ...message.fields.flatMap(({ options }) => (options ?? []).map(({ label }) => label)),
  ];
}

/** Short enough for every place, the shortest being a button in Slack. */
const written = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '**',
          '_',
          '`',
          '<at>',
          '</at>',
          '<!channel>',
          '<@U1>',
          '<a|b>',
          '[x](y)',
          `\${text}`,
          '{{',
          '}}',
        ],
        ...[
          '\\',
          '&lt;',
          '&',
          '<',
          '>',
          '1. ',
          '- ',
          '# ',
          '\u001b[31m',
          '\u202E',
          '\u200B',
          ':smile:',
          '|',
          '@here',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => text.length <= 40 && !text.includes('¶'));

describe('every word of every message', () => {
  for (const [name, shown] of Object.entries(RENDERERS)) {
    it(`is read in ${name} as it was written`, () => {
      fc.assert(
        fc.property(written, (text) => {
          const marked = new Marked(text);
          for (const message of everyKindOf(marked.next))
            expect(marked.missing(message, shown(message)), message.kind).to.deep.equal([]);
        }),
        { numRuns: 60 },
      );
    });

    it(`is shown in ${name}, or what is left out is said, whatever it is`, () => {
      for (const [what, text] of Object.entries(HOSTILE)) {
        for (const message of everyKindOf(() => text)) {
          const all = shown(message).join('\n');
          expect(all.trim(), `${what} ${message.kind}`).to.not.equal('');
          if (text.length > 10_000) expect(all, message.kind).to.match(/…/);
        }
      }
    });
  }

  it('is tried with every kind', () => {
    expect(everyKindOf(() => 'x').map(({ kind }) => kind)).to.have.members([...MESSAGE_KINDS]);
  });
});
