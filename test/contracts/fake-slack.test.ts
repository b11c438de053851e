import { expect } from 'chai';
import { slackBlocks } from '../../src/channels/slack/render.ts';
import { LANGUAGES } from '../../src/domain/organisation/language.ts';
import { largest } from '../support/hostile.ts';
import { samples } from '../support/messages.ts';
import { askAs } from '../support/slack/ask.ts';
import type { Json } from '../support/slack/check.ts';
import { FakeSlack } from '../support/slack/fake-slack.ts';
import { FAKE_LIMITS, type LimitName } from '../support/slack/limits.ts';
import type { FakeWorkspace } from '../support/slack/workspace.ts';
import type { FakeChannel, FakeUser } from '../support/slack/world.ts';

const START = Date.parse('2026-11-23T08:00:00Z');

const max = (name: LimitName) => FAKE_LIMITS[name].max;
const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length), emoji: false });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length), verbatim: true });
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const button = (more: Json = {}) => ({ type: 'button', text: plain(3), action_id: 'a', value: 'v', ...more });
const actions = (...elements: Json[]) => ({ type: 'actions', elements });
const section = (more: Json) => ({ type: 'section', ...more });
const option = (value: string, more: Json = {}) => ({ text: plain(3), value, ...more });
const select = (more: Json) => ({ type: 'static_select', action_id: 's', ...more });
const input = (element: Json, more: Json = {}) => ({ type: 'input', label: plain(3), element, ...more });
const confirm = (more: Json) => ({
  title: plain(3),
  text: plain(3),
  confirm: plain(3),
  deny: plain(3),
  ...more,
});
const textInput = (more: Json = {}) => ({ type: 'plain_text_input', action_id: 'i', ...more });

/** So small that 100 of them fit into one message. */
const SMALL = { type: 'plain_text', text: 'x' };
const SMALL_GROUP = { label: SMALL, options: [{ text: SMALL, value: 'o' }] };

/** Blocks with just so much of something. */
const IN_BLOCKS: readonly (readonly [LimitName, (count: number) => Json[]])[] = [
  ['messageBlocks', (count) => many(count, () => ({ type: 'divider' }))],
  ['blockId', (count) => [{ type: 'divider', block_id: 'x'.repeat(count) }]],
  ['header', (count) => [{ type: 'header', text: plain(count) }]],
  ['sectionText', (count) => [section({ text: mrkdwn(count) })]],
  ['sectionFields', (count) => [section({ fields: many(count, () => plain(1)) })]],
  ['sectionField', (count) => [section({ fields: [plain(count)] })]],
  ['contextElements', (count) => [{ type: 'context', elements: many(count, () => plain(1)) }]],
  ['textObject', (count) => [{ type: 'context', elements: [plain(count)] }]],
  ['actionsElements', (count) => [actions(...many(count, (at) => button({ action_id: `a${at}` })))]],
  ['actionId', (count) => [actions(button({ action_id: 'x'.repeat(count) }))]],
  ['buttonText', (count) => [actions(button({ text: plain(count) }))]],
  ['buttonValue', (count) => [actions(button({ value: 'x'.repeat(count) }))]],
  ['buttonUrl', (count) => [actions(button({ url: 'x'.repeat(count) }))]],
  ['buttonAloud', (count) => [actions(button({ accessibility_label: 'x'.repeat(count) }))]],
  ['confirmTitle', (count) => [actions(button({ confirm: confirm({ title: plain(count) }) }))]],
  ['confirmText', (count) => [actions(button({ confirm: confirm({ text: plain(count) }) }))]],
  ['confirmButton', (count) => [actions(button({ confirm: confirm({ deny: plain(count) }) }))]],
  ['options', (count) => [actions(select({ options: many(count, (at) => option(`${at}`)) }))]],
  ['optionGroups', (count) => [actions(select({ option_groups: many(count, () => SMALL_GROUP) }))]],
  [
    'optionGroupLabel',
    (count) => [actions(select({ option_groups: [{ label: plain(count), options: [option('o')] }] }))],
  ],
  ['optionText', (count) => [actions(select({ options: [option('o', { text: plain(count) })] }))]],
  ['optionValue', (count) => [actions(select({ options: [option('x'.repeat(count))] }))]],
  [
    'optionDescription',
    (count) => [actions(select({ options: [option('o', { description: plain(count) })] }))],
  ],
  ['placeholder', (count) => [actions(select({ options: [option('o')], placeholder: plain(count) }))]],
  [
    'boxes',
    (count) => [
      actions({ type: 'checkboxes', action_id: 'c', options: many(count, (at) => option(`${at}`)) }),
    ],
  ],
  [
    'overflowOptions',
    (count) => [actions({ type: 'overflow', action_id: 'c', options: many(count, (at) => option(`${at}`)) })],
  ],
  ['inputLabel', (count) => [input(textInput(), { label: plain(count) })]],
  ['inputHint', (count) => [input(textInput(), { hint: plain(count) })]],
  ['inputLength', (count) => [input(textInput({ max_length: count }))]],
  ['imageUrl', (count) => [{ type: 'image', image_url: 'x'.repeat(count), alt_text: 'x' }]],
  ['imageAlt', (count) => [{ type: 'image', image_url: 'x', alt_text: 'x'.repeat(count) }]],
  ['imageTitle', (count) => [{ type: 'image', image_url: 'x', alt_text: 'x', title: plain(count) }]],
  ['markdown', (count) => [{ type: 'markdown', text: 'x'.repeat(count) }]],
];

const modal = (more: Json = {}) => ({ type: 'modal', title: plain(3), blocks: [], ...more });

const IN_VIEWS: readonly (readonly [LimitName, (count: number) => Json])[] = [
  ['viewBlocks', (count) => modal({ blocks: many(count, () => ({ type: 'divider' })) })],
  ['viewTitle', (count) => modal({ title: plain(count) })],
  ['viewSubmit', (count) => modal({ submit: plain(count) })],
  ['viewClose', (count) => modal({ close: plain(count) })],
  ['privateMetadata', (count) => modal({ private_metadata: 'x'.repeat(count) })],
  ['callbackId', (count) => modal({ callback_id: 'x'.repeat(count) })],
  ['externalId', (count) => modal({ external_id: 'x'.repeat(count) })],
];

/** Blocks that Slack does not take, whatever their size. */
const MALFORMED: Readonly<Record<string, readonly unknown[]>> = {
  'an unknown block': [{ type: 'paragraph', text: plain(1) }],
  'a block without a type': [{ text: plain(1) }],
  'an unknown element': [actions({ type: 'knob', action_id: 'a' })],
  'an element that belongs elsewhere': [actions(textInput())],
  'an unknown property of a block': [{ type: 'divider', color: 'red' }],
  'an unknown property of an element': [actions(button({ color: 'red' }))],
  'a property of every object': [{ type: 'constructor' }],
  'markup in a header': [{ type: 'header', text: mrkdwn(3) }],
  'an emoji flag that is no boolean': [section({ text: { ...plain(1), emoji: 'false' } })],
  'an emoji flag on markup': [section({ text: { ...mrkdwn(1), emoji: false } })],
  'an empty text': [section({ text: plain(0) })],
  'a text that is no object': [section({ text: 'x' })],
  'a section with nothing': [section({})],
  'no fields': [section({ fields: [] })],
  'no elements': [actions()],
  'the same block_id twice': [
    { type: 'divider', block_id: 'b' },
    { type: 'divider', block_id: 'b' },
  ],
  'the same action_id twice in a block': [actions(button(), button())],
  'a style that is none': [actions(button({ style: 'green' }))],
  'no option': [actions(select({ options: [] }))],
  'options and groups': [
    actions(select({ options: [option('o')], option_groups: [{ label: plain(1), options: [option('o')] }] })),
  ],
  'an initial option that is none of them': [
    actions(select({ options: [option('o')], initial_option: option('p') })),
  ],
  'a text that is longer than its input takes': [input(textInput({ max_length: 3, initial_value: 'four' }))],
};

describe('the fake Slack: its limits', () => {
  let slack: FakeSlack;
  let workspace: FakeWorkspace;
  let channel: FakeChannel;
  let kari: FakeUser;

  beforeEach(async () => {
    slack = await FakeSlack.start(() => START);
    workspace = slack.addWorkspace();
    kari = workspace.addUser({ name: 'kari' });
    channel = workspace.addChannel({ members: [kari] });
  });
  afterEach(() => slack.stop());

  const call = (method: string, args: Json = {}) => askAs(slack, workspace, method, args);
  const post = (args: Json) => call('chat.postMessage', { channel: channel.id, ...args });
  const sent = async (text: string, more: Json = {}) => String((await post({ text, ...more })).ts);
  const texts = () => workspace.messages(channel.id).map(({ text }) => text);

  it('are those that Slack documents', () => {
    const documented: Partial<Record<LimitName, number>> = {
      ...{ text: 40_000, updateText: 4000, messageBlocks: 50, messageCharacters: 13_000, sectionText: 3000 },
      ...{ header: 150, buttonText: 75, buttonValue: 2000, actionId: 255, blockId: 255, contextElements: 10 },
      ...{ sectionFields: 10, sectionField: 2000, actionsElements: 25, options: 100, optionText: 75 },
      ...{ optionValue: 150, viewBlocks: 100, privateMetadata: 3000, viewTitle: 24, viewSubmit: 24 },
      ...{ viewClose: 24, callbackId: 255, triggerMs: 3000, historyPage: 999, repliesPage: 1000 },
    };
    for (const [name, number] of Object.entries(documented))
      expect(max(name as LimitName), name).to.equal(number);
    for (const { source } of Object.values(FAKE_LIMITS))
      expect(source).to.match(/^(docs\.slack\.dev|github\.com)\//);
  });

  it('leave room for every message that we render, in every language', async () => {
    const rendered = LANGUAGES.flatMap((language) => samples(language).map(({ message }) => message));
    for (const message of [...rendered, ...largest()]) {
      const { text, blocks } = slackBlocks(message);
      expect(await post({ text, blocks }), message.kind).to.include({ ok: true });
      const ts = workspace.messages(channel.id).at(-1)?.ts;
      const updated = await call('chat.update', { channel: channel.id, ts, text, blocks });
      expect(updated, message.kind).to.include({ ok: true });
    }
  });

  describe('blocks', () => {
    for (const [name, blocks] of IN_BLOCKS)
      it(`take ${name} of ${max(name)}, and not one more`, async () => {
        expect(await post({ text: 'x', blocks: blocks(max(name)) })).to.include({ ok: true });
        const one = await post({ text: 'x', blocks: blocks(max(name) + 1) });
        expect(one).to.include({ ok: false, error: 'invalid_blocks' });
        expect(JSON.stringify(one.response_metadata)).to.match(/json-pointer:\/blocks/);
        expect(texts()).to.deep.equal(['x']);
      });

    it('may be so long in all, and not one character longer', async () => {
      const long = (count: number) => {
        const blocks = many(5, (at) => section({ block_id: `${at}`, text: plain(at === 4 ? 1 : 3000) }));
        const left = count - JSON.stringify(blocks).length;
        return [...blocks.slice(0, 4), section({ block_id: '4', text: plain(1 + left) })];
      };
      expect(JSON.stringify(long(13_000))).to.have.length(max('messageCharacters'));
      expect(await post({ text: 'x', blocks: long(13_000) })).to.include({ ok: true });
      expect(await post({ text: 'x', blocks: long(13_001) })).to.include({ error: 'msg_blocks_too_long' });
    });

    for (const [name, blocks] of Object.entries(MALFORMED))
      it(`are refused with ${name}`, async () => {
        expect(await post({ text: 'x', blocks })).to.include({ ok: false, error: 'invalid_blocks' });
        expect(workspace.messages(channel.id)).to.deep.equal([]);
      });

    it('are no blocks if they are not a list', async () => {
      for (const blocks of ['{', '{}', '"x"'])
        expect(await post({ text: 'x', blocks })).to.include({ error: 'invalid_blocks_format' });
    });

    it('may use an action_id again in another block', async () => {
      expect(await post({ text: 'x', blocks: [actions(button()), actions(button())] })).to.include({
        ok: true,
      });
    });
  });

  describe('text', () => {
    it('is cut after 40,000 characters, with a warning', async () => {
      const whole = await post({ text: 'x'.repeat(max('text')) });
      expect(whole).to.not.have.property('warning');
      const cut = await post({ text: 'x'.repeat(max('text') + 1) });
      expect(cut).to.include({ ok: true, warning: 'message_truncated' });
      expect(texts().map(({ length }) => length)).to.deep.equal([40_000, 40_000]);
      expect(slack.seen.at(-1)?.warnings).to.deep.equal(['message_truncated']);
    });

    it('of an update is refused after 4,000', async () => {
      const ts = await sent('x');
      const update = (length: number) =>
        call('chat.update', { channel: channel.id, ts, text: 'y'.repeat(length) });
      expect(await update(max('updateText'))).to.include({ ok: true });
      expect(await update(max('updateText') + 1)).to.include({ error: 'msg_too_long' });
    });

    it('must be there, or blocks', async () => {
      expect(await post({})).to.include({ error: 'no_text' });
      expect(await post({ text: '' })).to.include({ error: 'no_text' });
      expect(await post({ blocks: [{ type: 'divider' }] })).to.include({ ok: true });
    });
  });

  describe('metadata', () => {
    const metadata = (payload: unknown) => ({ event_type: 'driftvakt_delivery', event_payload: payload });
    const history = (more: Json = {}) => call('conversations.history', { channel: channel.id, ...more });

    it('come back to who asks for them', async () => {
      await post({ text: 'x', metadata: metadata({ id: 'd1' }) });
      const [asked] = (await history({ include_all_metadata: true })).messages as Json[];
      expect(asked?.metadata).to.deep.equal(metadata({ id: 'd1' }));
      const [plainly] = (await history()).messages as Json[];
      expect(plainly).to.not.have.property('metadata');
    });

    it('stay with an update that names none, and go with an empty object', async () => {
      const ts = await sent('x', { metadata: metadata({ id: 'd1' }) });
      await call('chat.update', { channel: channel.id, ts, text: 'y' });
      expect(workspace.message(channel.id, ts)?.metadata).to.deep.equal(metadata({ id: 'd1' }));
      await call('chat.update', { channel: channel.id, ts, text: 'z', metadata: {} });
      expect(workspace.message(channel.id, ts)?.metadata).to.equal(null);
    });

    it('have a form and a size', async () => {
      const refusal = async (given: unknown) => (await post({ text: 'x', metadata: given })).error;
      expect(await refusal('[]')).to.equal('invalid_metadata_format');
      expect(await refusal({ event_type: 'x' })).to.equal('invalid_metadata_schema');
      expect(await refusal(metadata({ a: { b: { c: 1 } } }))).to.equal('invalid_metadata_schema');
      const fits = max('metadataCharacters') - JSON.stringify(metadata({ a: '' })).length;
      expect(await refusal(metadata({ a: 'x'.repeat(fits) }))).to.equal(undefined);
      expect(await refusal(metadata({ a: 'x'.repeat(fits + 1) }))).to.equal('metadata_too_large');
    });
  });

  describe('views', () => {
    const open = (view: unknown, trigger = workspace.trigger(kari.id).id) =>
      call('views.open', { trigger_id: trigger, view });

    for (const [name, view] of IN_VIEWS)
      it(`take ${name} of ${max(name)}, and not one more`, async () => {
        expect(await open(view(max(name)))).to.include({ ok: true });
        expect(await open(view(max(name) + 1))).to.include({ ok: false, error: 'invalid_arguments' });
      });

    it('may be so large, and not one byte larger', async () => {
      const large = (count: number) => {
        const blocks = (last: number) => many(90, (at) => section({ text: plain(at === 89 ? last : 2710) }));
        const left = count - JSON.stringify(modal({ blocks: blocks(0) })).length;
        return modal({ blocks: blocks(left) });
      };
      expect(JSON.stringify(large(250_000))).to.have.length(max('viewBytes'));
      expect(await open(large(250_000))).to.include({ ok: true });
      expect(await open(large(250_001))).to.include({ error: 'view_too_large' });
    });

    it('need a submit button for their inputs, a title, and a type', async () => {
      expect(await open(modal({ blocks: [input(textInput())] }))).to.include({ error: 'invalid_arguments' });
      expect(await open(modal({ blocks: [input(textInput())], submit: plain(4) }))).to.include({ ok: true });
      expect(await open({ type: 'modal', blocks: [] })).to.include({ error: 'invalid_arguments' });
      expect(await open({ type: 'home', blocks: [] })).to.include({ error: 'invalid_arguments' });
    });

    it('open once for a trigger, within 3 s', async () => {
      const { id } = workspace.trigger(kari.id);
      slack.clock.advance(max('triggerMs'));
      expect(await open(modal(), id)).to.include({ ok: true });
      expect(await open(modal(), id)).to.include({ error: 'exchanged_trigger_id' });
      const late = workspace.trigger(kari.id).id;
      slack.clock.advance(max('triggerMs') + 1);
      expect(await open(modal(), late)).to.include({ error: 'expired_trigger_id' });
      expect(await open(modal(), '1.2.3')).to.include({ error: 'invalid_trigger_id' });
    });

    it('are updated by id, unless somebody was faster', async () => {
      const { view } = (await open(modal())) as { view: { id: string; hash: string } };
      const update = (more: Json) =>
        call('views.update', { view_id: view.id, view: modal({ title: plain(5) }), ...more });
      expect(await update({ hash: view.hash })).to.include({ ok: true });
      expect(await update({ hash: view.hash })).to.include({ error: 'hash_conflict' });
      expect(await update({ view_id: 'V0NONE00000' })).to.include({ error: 'not_found' });
      expect(workspace.viewOf(kari.id, 'modal')).to.include({ id: view.id, updates: 1 });
    });

    it('of the Home tab are published for people', async () => {
      const home = { type: 'home', blocks: [{ type: 'divider' }] };
      const publish = (user: string, view: unknown) => call('views.publish', { user_id: user, view });
      expect(await publish(kari.id, home)).to.include({ ok: true });
      expect(await publish(kari.id, home)).to.include({ ok: true });
      expect(workspace.viewOf(kari.id, 'home')).to.include({ updates: 1 });
      expect(await publish('U0NOBODY000', home)).to.include({ error: 'invalid_arguments' });
      expect(await publish(kari.id, modal())).to.include({ error: 'invalid_arguments' });
    });
  });
});
