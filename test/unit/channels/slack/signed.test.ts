import { expect } from 'chai';
import fc from 'fast-check';
import { SLACK_LIMITS } from '../../../../src/channels/slack/limits.ts';
import { modalView, valueInView } from '../../../../src/channels/slack/modal.ts';
import {
  type SlackMessage,
  slackBlocks,
  slackWords,
  spentSlackBlocks,
} from '../../../../src/channels/slack/render.ts';
import type { FormMessage, Message } from '../../../../src/conversation/messages.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { everyKindOf, HOSTILE, largest } from '../../../support/hostile.ts';
import { samples } from '../../../support/messages.ts';
import { parts, shownInSlack } from '../../../support/shown.ts';
import { refusedBlocks, refusedView } from '../../../support/slack/check-blocks.ts';

const SIGN = { of: 'b3duZXJzaWdu', on: '12.1' };
const PLACE = { channel: 'C0123456789', thread: '1795424400.000001' };
const buttons = (message: Pick<SlackMessage, 'blocks'>) =>
  parts(message.blocks).filter(({ type }) => type === 'button');
const formOf = (all: readonly Message[]) => all.find((message) => message.kind === 'form') as FormMessage;
const sample = formOf(samples('nb').map(({ message }) => message));

/** A message in every form in which it goes to Slack. */
const forms = (message: Message): SlackMessage[] => [
  slackBlocks(message, SIGN),
  spentSlackBlocks(message, null),
  spentSlackBlocks(message, message.choices[0]?.label ?? 'x'),
  slackWords(message),
];

/** Fails on anything that Slack would refuse, and on markup that is not ours. */
function expectTaken(message: SlackMessage, what: string): void {
  expect(refusedBlocks(message.blocks), what).to.equal(null);
  expect(message.text.length, what).to.be.at.most(SLACK_LIMITS.text);
  expect(message.text.replace(/&(amp|lt|gt);/g, ''), what).to.not.match(/[<>&]/);
  shownInSlack(message);
}

describe('signed messages for Slack', () => {
  it('say on each button which message of whose conversation it is, and what it does', () => {
    for (const language of LANGUAGES)
      for (const { name, message } of samples(language)) {
        const slack = slackBlocks(message, SIGN);
        const all = buttons(slack);
        expect(new Set(all.map(({ action_id }) => action_id)).size, name).to.equal(all.length);
        const choices = all.map(({ value, action_id }) => {
          const { choice, ...sign } = JSON.parse(String(value));
          expect(sign, name).to.deep.equal(SIGN);
          expect(action_id, name).to.be.oneOf([`choice:${choice}`, `dialog:${choice}`]);
          return choice;
        });
        const ids = message.choices.map(({ id }) => id);
        expect(choices, name).to.have.members(message.kind === 'form' ? [message.submit.id, ...ids] : ids);
      }
  });

  it('are the same without a sign but for their buttons, and open no view', () => {
    for (const { message } of samples('sv')) {
      if (message.kind === 'form') continue;
      const bare = JSON.stringify(slackBlocks(message));
      const signed = slackBlocks(message, SIGN).blocks;
      const unsigned = JSON.parse(JSON.stringify(signed), (key, value) =>
        key === 'value' && String(value).startsWith('{') ? JSON.parse(value).choice : value,
      );
      expect(unsigned).to.deep.equal(JSON.parse(bare).blocks);
      expect(bare).to.not.include('dialog:');
    }
  });

  it('are within what Slack takes, in every form, whatever was written', function () {
    this.timeout(60_000);
    for (const [what, text] of Object.entries(HOSTILE))
      for (const message of everyKindOf(() => text))
        for (const each of forms(message)) expectTaken(each, `${what} ${message.kind}`);
    for (const message of largest())
      for (const each of forms(message)) expectTaken(each, `largest ${message.kind}`);
  });

  it('never mention, format or link what somebody wrote, whatever it is', function () {
    this.timeout(60_000);
    const bits = fc.constantFrom(
      ...[
        '<!channel>',
        '<!here|x>',
        '<@U012345>',
        '<#C1|a>',
        '<http://evil.example|bank>',
        '&lt;!channel&gt;',
      ],
      ...[
        '*',
        '_',
        '~',
        '`',
        '```',
        '>',
        '\n',
        ':smile:',
        '@here',
        '#',
        '&',
        '&amp;',
        '|',
        'http://a.no',
        ' ',
      ],
      ...['mailto:a@b.no', '1. ', '- ', '"', '\\', '\u200B', '\u202E', 'å', '👩🏽‍💻', '\ud800', 'ord'],
    );
    const text = fc.array(bits, { minLength: 1, maxLength: 25 }).map((some) => some.join(''));
    fc.assert(
      fc.property(text, (written) => {
        for (const message of everyKindOf(() => written)) {
          shownInSlack(slackBlocks(message));
          for (const each of forms(message)) expectTaken(each, message.kind);
          if (message.kind !== 'form') continue;
          const view = modalView(message, SIGN, PLACE);
          shownInSlack({ text: '', blocks: view.blocks });
          expect(
            parts(view)
              .filter(({ type }) => type === 'mrkdwn')
              .map(({ text: markup }) => markup),
          ).to.deep.equal([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('refuse a sign that Slack would cut: its value could not be read', () => {
    expect(() => slackBlocks(sample, { ...SIGN, on: 'x'.repeat(2000) })).to.throw(RangeError);
  });
});

describe('answered messages for Slack', () => {
  it('have nothing to press or fill in, and say what was chosen', () => {
    for (const { name, message } of samples('nl')) {
      const spent = spentSlackBlocks(message, 'Gemeentehuis');
      const kinds = parts(spent.blocks).map(({ type }) => type);
      expect(kinds, name).to.not.include.members(['button']);
      expect(
        kinds.filter((kind) => /button|input|select|actions/.test(String(kind))),
        name,
      ).to.deep.equal([]);
      expect(shownInSlack(spent).at(-1), name).to.equal('✓ Gemeentehuis');
      expect(spent.text, name).to.match(/\n✓ Gemeentehuis$/);
    }
  });

  it('keep numbers to call', () => {
    const call = samples('sv').find(({ message }) => message.kind === 'call')!.message;
    expect(JSON.stringify(spentSlackBlocks(call, 'Ja').blocks)).to.include('<tel:');
  });

  it('that were answered too late say nothing of a choice', () => {
    expect(JSON.stringify(spentSlackBlocks(sample, null))).to.not.include('✓');
  });

  it('say nothing of what a form held before it was sent', () => {
    const filled = slackBlocks(sample, SIGN);
    expect(JSON.stringify(filled.blocks)).to.include('"block_id":"before"');
    expect(JSON.stringify(spentSlackBlocks(sample, 'Lagre').blocks)).to.not.include('"block_id":"before"');
  });
});

describe('a form in a view of Slack', () => {
  const view = modalView(sample, SIGN, PLACE);

  it('is taken by Slack, in every language', () => {
    for (const language of LANGUAGES) {
      const form = formOf(samples(language).map(({ message }) => message));
      expect(refusedView(modalView(form, SIGN, PLACE), ['modal']), language).to.equal(null);
    }
    for (const [what, text] of Object.entries(HOSTILE))
      expect(refusedView(modalView(formOf(everyKindOf(() => text)), SIGN, PLACE), ['modal']), what).to.equal(
        null,
      );
    expect(refusedView(modalView(formOf(largest()), SIGN, PLACE), ['modal'])).to.equal(null);
  });

  it('keeps which press it is and where its form stands', () => {
    expect(JSON.parse(view.private_metadata)).to.deep.equal({ ...SIGN, choice: sample.submit.id, ...PLACE });
    expect(() => modalView(sample, { ...SIGN, on: 'x'.repeat(3000) }, PLACE)).to.throw(RangeError);
  });

  it('has its fields with what was filled in, and an option for nothing at all', () => {
    const field = {
      ...{ id: 'site', label: 'Hvor', value: '' },
      options: [
        { value: '', label: 'Ikke oppgitt' },
        { value: 'hall', label: 'Kommunehuset' },
      ],
    };
    const { blocks } = modalView({ ...sample, fields: [field] }, SIGN, PLACE);
    const [menu] = parts(blocks).filter(({ type }) => type === 'static_select');
    expect((menu!.options as { value: string }[]).map(({ value }) => valueInView(value))).to.deep.equal([
      '',
      'hall',
    ]);
    expect(menu).to.have.nested.property('initial_option.text.text', 'Ikke oppgitt');
    expect(valueInView(null)).to.equal('');
  });

  it('has all options, in groups where one menu does not hold them', () => {
    const options = Array.from({ length: 230 }, (_, i) => ({ value: `v${i}`, label: `Enhet ${i}` }));
    const fields = [{ id: 'unit', label: 'Enhet', value: 'v150', options }];
    const large = modalView({ ...sample, fields }, SIGN, PLACE);
    expect(refusedView(large, ['modal'])).to.equal(null);
    const [menu] = parts(large.blocks).filter(({ type }) => type === 'static_select');
    const groups = menu!.option_groups as { options: { value: string }[] }[];
    expect(groups.flatMap((group) => group.options.map(({ value }) => value))).to.deep.equal(
      options.map(({ value }) => value),
    );
    expect(menu).to.have.nested.property('initial_option.value', 'v150');
  });

  it('shows a title whole that its head has no room for', () => {
    const title = 'Hvem er du, og hvor arbeider du til vanlig?';
    const { blocks, title: head } = modalView({ ...sample, title }, SIGN, PLACE);
    expect(head.text.length).to.be.at.most(24);
    expect(shownInSlack({ text: '', blocks })).to.include(title);
  });
});
