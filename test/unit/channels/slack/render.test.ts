import { expect } from 'chai';
import { SLACK_LIMITS } from '../../../../src/channels/slack/limits.ts';
import { type SlackMessage, slackBlocks } from '../../../../src/channels/slack/render.ts';
import { link, pieces, strong } from '../../../../src/channels/slack/text.ts';
import { MESSAGE_KINDS, type Message } from '../../../../src/conversation/messages.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { everyKindOf, HOSTILE, largest } from '../../../support/hostile.ts';
import { callSample, samples } from '../../../support/messages.ts';
import { parts, shownInSlack } from '../../../support/shown.ts';

/** What Slack would refuse. */
function refused({ text, blocks }: SlackMessage): string[] {
  const buttons = parts(blocks).filter(({ type }) => type === 'button');
  const ids = buttons.map(({ action_id }) => String(action_id));
  const tooMany = (what: string, count: number, max: number) => (count > max ? [`${what}: ${count}`] : []);
  return [
    ...tooMany('blocks', blocks.length, SLACK_LIMITS.blocks),
    ...tooMany('all', JSON.stringify(blocks).length, 13_000),
    ...tooMany('text', text.length, SLACK_LIMITS.text),
    ...(new Set(ids).size === ids.length ? [] : ['the same action_id twice']),
    ...ids.flatMap((id) => tooMany('action_id', id.length, SLACK_LIMITS.actionId)),
    ...parts(blocks).flatMap((part) => refusedPart(part)),
  ];
}

function refusedPart(part: ReturnType<typeof parts>[number]): string[] {
  const length = (text: unknown) => (text as { text: string }).text.length;
  const within = (what: string, count: number, max: number) =>
    count >= 1 && count <= max ? [] : [`${what}: ${count}`];
  switch (part.type) {
    case 'header':
      return within('header', length(part.text), SLACK_LIMITS.header);
    case 'button':
      return within('button', length(part.text), SLACK_LIMITS.button);
    case 'actions':
      return within('actions', (part.elements as unknown[]).length, SLACK_LIMITS.actions);
    case 'context':
      return within('context', (part.elements as unknown[]).length, SLACK_LIMITS.context);
    case 'section':
      return [
        ...(part.text === undefined ? [] : within('section', length(part.text), SLACK_LIMITS.section)),
        ...(part.fields === undefined
          ? []
          : [
              ...within('fields', (part.fields as unknown[]).length, SLACK_LIMITS.fields),
              ...(part.fields as unknown[]).flatMap((field) =>
                within('field', length(field), SLACK_LIMITS.field),
              ),
            ]),
      ];
    default:
      return typeof part.text === 'string' && part.text === '' ? ['an empty text'] : [];
  }
}

const pressable = (message: Message) =>
  parts(slackBlocks(message).blocks)
    .filter(({ type }) => type === 'button')
    .map(({ value }) => value);

describe('messages for Slack', () => {
  it('are there for every kind, in every language, within what Slack takes', () => {
    for (const language of LANGUAGES) {
      const kinds = samples(language).map(({ name, message }) => {
        expect(refused(slackBlocks(message)), name).to.deep.equal([]);
        return message.kind;
      });
      expect(new Set(kinds)).to.deep.equal(new Set(MESSAGE_KINDS));
    }
  });

  it('are shortened with a notice where Slack would refuse them', () => {
    for (const message of largest()) {
      const slack = slackBlocks(message);
      expect(refused(slack), message.kind).to.deep.equal([]);
      if (JSON.stringify(message).length > 20_000)
        expect(shownInSlack(slack).join('\n'), message.kind).to.match(/…/);
      expect(pressable(message), message.kind).to.include('c24');
    }
  });

  it('are within what Slack takes, whatever was written', () => {
    for (const [what, text] of Object.entries(HOSTILE))
      for (const message of everyKindOf(() => text))
        expect(refused(slackBlocks(message)), `${what} ${message.kind}`).to.deep.equal([]);
  });

  it('mention nobody and link nowhere that we did not mean, in the notification either', () => {
    for (const text of Object.values(HOSTILE)) {
      for (const message of everyKindOf(() => text)) {
        const slack = slackBlocks(message);
        shownInSlack(slack);
        expect(slack.text).to.not.match(/[<>]/);
      }
    }
  });

  it('offer every choice once, beside its row where it belongs to one', () => {
    for (const { name, message } of samples('nb')) {
      const ids = message.choices.map(({ id }) => id);
      expect(pressable(message), name).to.have.members(
        message.kind === 'form' ? [message.submit.id, ...ids] : ids,
      );
    }
  });

  it('have the numbers as links that a phone dials', () => {
    const { blocks } = slackBlocks(callSample('falkenberg', '2026-11-23T10:00', 'sv'));
    expect(JSON.stringify(blocks)).to.include('*<tel:+46346885555|0346-88 55 55>*');
    expect(JSON.stringify(blocks[0])).to.include('<tel:112|112>');
  });

  it('say the same in the same order as Teams', () => {
    const call = callSample('porsanger', '2026-11-23T22:00', 'en');
    const shown = shownInSlack(slackBlocks(call));
    const places = [call.answer.emergency!.text, call.lead[0]!, call.answer.status, call.question!].map(
      (text) => shown.findIndex((each) => each.includes(text)),
    );
    expect(places)
      .to.deep.equal(places.toSorted((a, b) => a - b))
      .and.not.include(-1);
  });

  it('are bold with a time of day, and plain with what could be an emoji', () => {
    for (const text of ['Svarer nå, til 14:00.', '08:00 til 16:00', 'Åpent'])
      expect(strong(text)).to.deep.equal({ type: 'mrkdwn', text: `*${text}*`, verbatim: true });
    for (const text of ['a :fire: b', '::', '14:00-15:00', ':+1:', 'a*b', '<!here>', 'a\nb', '@channel'])
      expect(strong(text).type, text).to.equal('plain_text');
  });

  it('take fields as inputs, with what was filled in', () => {
    const form = samples('en').find(({ name }) => name === 'form')!.message;
    const inputs = slackBlocks(form).blocks.filter((block) => block.type === 'input');
    expect(inputs.map(({ block_id, element }) => [block_id, element.action_id])).to.deep.equal([
      ['role', 'role'],
      ['contact-back', 'contact-back'],
    ]);
    expect(inputs[0]!.element).to.have.nested.property('initial_option.value', 'nurse');
  });

  it('cut long texts between lines or words, and lose nothing', () => {
    const text = 'ord '.repeat(2000).trim();
    const cut = pieces(text, 3000);
    expect(cut.every((piece) => piece.length <= 3000)).to.equal(true);
    expect(cut.join(' ').replace(/\s+/g, ' ')).to.equal(text);
  });

  it('keep a link whole, whatever stands in it', () => {
    expect(link('https://a.no/?a=1&b=<|>', 'a|<b>')).to.equal(
      '<https://a.no/?a=1&amp;b=&lt;%7C&gt;|a¦&lt;b&gt;>',
    );
  });
});
