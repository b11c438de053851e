import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { cardMessage, spentMessage } from '../../../../src/channels/teams/activity.ts';
import { dialogCard, teamsCard } from '../../../../src/channels/teams/render.ts';
import { spentCard } from '../../../../src/channels/teams/signed.ts';
import { sizeOf } from '../../../../src/channels/teams/size.ts';
import { MESSAGE_LIMITS, type Message } from '../../../../src/conversation/messages.ts';
import { everyKindOf, HOSTILE, largest } from '../../../support/hostile.ts';
import { samples } from '../../../support/messages.ts';
import { parts, shownInTeams } from '../../../support/shown.ts';

const SIGN = { of: 'gCpv6qKzjr3e', on: '1000000.9' };
/** What Teams takes for a whole message, in bytes: learn.microsoft.com/microsoftteams/limits-specifications-teams */
const MESSAGE = 28_000;

const CARDS = new URL('../../../../cards/', import.meta.url);
const templates = readdirSync(CARDS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, readFileSync(new URL(name, CARDS), 'utf8')] as const);

/** As many choices as stand as lines, and one more; each as long as a label may be. */
function withChoices(message: Message, count: number): Message {
  const choices = Array.from({ length: count }, (_, i) => ({
    id: `1000-${i}`,
    label: '€'.repeat(MESSAGE_LIMITS.label),
    style: 'plain' as const,
  }));
  return { ...message, choices };
}

function withShortLabels(message: Message): Message {
  const choices = message.choices.map(({ label, ...choice }) => ({
    ...choice,
    label: Array.from(label).slice(0, MESSAGE_LIMITS.label).join(''),
  }));
  return { ...message, choices };
}

const bytes = (value: object): number => Buffer.byteLength(JSON.stringify(value));

describe('cards for Teams as templates', () => {
  it('have no colours, widths or heights of their own: they take those of the theme', () => {
    expect(templates).to.have.lengthOf.at.least(19);
    for (const [name, text] of templates) {
      expect(text, name).to.not.match(/#[\da-f]{3,8}"|rgba?\(|\d+px|minHeight|backgroundImage/i);
      const widths = parts(JSON.parse(text)).flatMap(({ type, width }) => (type === 'Column' ? [width] : []));
      for (const width of widths) expect([2, 3, 'auto', 'stretch'], name).to.include(width);
    }
  });

  it('colour no word: some themes show good and warning hardly darker than the ground', () => {
    for (const { name, message } of samples('en'))
      for (const card of [teamsCard(message, SIGN), spentCard(teamsCard(message, SIGN), 'Yes')])
        for (const { text, color = 'Default' } of parts(card.body))
          if (color !== 'Default') expect(text, name).to.not.match(/[\p{L}\p{N}]/u);
  });
});

describe('messages for Teams', () => {
  it('are within what Teams takes as a whole, the largest of every kind, answered or not', function () {
    this.timeout(30_000);
    const hostile = Object.values(HOSTILE).flatMap((text) =>
      everyKindOf(() => text, 10).map(withShortLabels),
    );
    const most = largest();
    const all = [
      ...most,
      ...hostile,
      ...[12, 13].flatMap((count) => most.map((each) => withChoices(each, count))),
    ];
    for (const message of all) {
      const [first] = message.choices;
      const sent = [
        cardMessage(message, SIGN),
        spentMessage(message, SIGN, first?.label ?? null),
        ...(message.kind === 'form' ? [dialogCard(message, SIGN)] : []),
      ];
      for (const each of sent) expect(bytes(each), message.kind).to.be.below(MESSAGE);
    }
  });

  it('keep every choice of the most that fit', () => {
    for (const count of [12, 13])
      for (const message of largest().map((each) => withChoices(each, count))) {
        const pressed = parts(teamsCard(message, SIGN).body)
          .filter(({ type }) => type === 'Action.Execute')
          .map(({ data }) => (data as { choice: string }).choice);
        const ids = message.choices.map(({ id }) => id);
        expect(pressed, message.kind).to.include.members(ids);
      }
  });
});

describe('buttons on a card for Teams', () => {
  const actions = (message: Message) =>
    parts(teamsCard(message, SIGN).body).filter(({ type }) => type === 'Action.Execute');

  it('have their other self for clients that do not know them, on every card that people get', () => {
    for (const { name, message } of samples('nb'))
      for (const { title, data, associatedInputs, fallback } of actions(message))
        expect(fallback, name).to.deep.include({ type: 'Action.Submit', title, data, associatedInputs });
  });

  it('do without where the card would be too large with them', () => {
    const message = withChoices(largest().find(({ kind }) => kind === 'call')!, MESSAGE_LIMITS.choices);
    const all = actions(message);
    expect(all).to.have.lengthOf(MESSAGE_LIMITS.choices);
    for (const { data, fallback } of all) {
      expect(data).to.include(SIGN);
      expect(fallback).to.equal(undefined);
    }
  });
});

describe('choices on a card for Teams', () => {
  const card = (labels: readonly [string, 'main' | 'plain' | 'danger' | 'quiet'][]) =>
    teamsCard({
      ...{ kind: 'ask', language: 'en', text: 'Which?', hint: null, picture: false },
      choices: labels.map(([label, style], i) => ({ id: `${i}`, label, style })),
    });
  const LONG = 'The whole ward has stopped working';

  it('are buttons as long as each of them is short', () => {
    const { body } = card([
      ['Yes', 'main'],
      ['No', 'plain'],
      ['Cancel', 'quiet'],
    ]);
    expect(parts(body).filter(({ type }) => type === 'Container')).to.deep.equal([]);
  });

  it('are lines that break as soon as one is too long, danger to life as a button before them, ways out after', () => {
    const all = card([
      [LONG, 'plain'],
      ['Only me', 'plain'],
      ['Danger to life', 'danger'],
      ['Cancel', 'quiet'],
    ]);
    const order = parts(all.body)
      .filter(({ type }) => type === 'ActionSet' || type === 'Container')
      .map(({ type, style, actions, selectAction }) =>
        type === 'ActionSet'
          ? (actions as { title: string }[]).map(({ title }) => title)
          : [style, (selectAction as { title: string }).title],
      );
    expect(order).to.deep.equal([
      ['Danger to life'],
      ['emphasis', LONG],
      ['emphasis', 'Only me'],
      ['Cancel'],
    ]);
  });

  it('leave nothing behind once answered', () => {
    const spent = spentCard(
      card([
        [LONG, 'main'],
        ['Cancel', 'quiet'],
      ]),
      LONG,
    );
    expect(shownInTeams(spent)).to.deep.equal(['Which?', `✓ ${LONG}`]);
    expect(JSON.stringify(spent)).to.not.contain('null');
  });
});

describe('the size of a card for Teams', () => {
  it('is counted in bytes, as it is sent', () => {
    const message = samples('nb').find(({ name }) => name === 'ask')!.message;
    expect(sizeOf(teamsCard(message, SIGN))).to.equal(bytes(teamsCard(message, SIGN)));
  });
});
