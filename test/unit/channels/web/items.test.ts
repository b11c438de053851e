import { expect } from 'chai';

const file = new URL('../../../../src/channels/web/client/items.js', import.meta.url);
const { arranged } = (await import(String(file))) as {
  arranged: (entries: unknown[], pending: unknown[], loose: unknown[]) => Record<string, unknown>[];
};

const TEN = Date.UTC(2026, 10, 23, 9);
const reply = (key: string, replaces: string | null = null, labels: readonly string[] = []) => ({
  ...{ key, replaces, text: '', teams: null, slack: null },
  message: { kind: 'say', choices: labels.map((label) => ({ id: label, label })) },
});
const entry = (id: string, said: string | null, replies: unknown[], at = TEN) => ({
  ...{ id, at, said, pictures: [], replies },
});
const waiting = (id: string, said: string | null, more = {}) => ({
  ...{ id, said, at: TEN, pictures: [], failed: false, isPressed: false },
  ...more,
});
/** What is shown, in short: "me words", "bot key". */
const shown = (entries: unknown[], pending: unknown[] = [], loose: unknown[] = []) =>
  arranged(entries, pending, loose)
    .filter(({ type }) => type !== 'time')
    .map(({ type, said, version }) => (type === 'mine' ? `me ${said}` : `bot ${version}`));

describe('the items of a conversation', () => {
  it('stand in the order of the transcript, then what waits, then what came live', () => {
    const entries = [entry('1', 'hej', [reply('a'), reply('b')])];
    expect(shown(entries, [waiting('2', 'och?')], [reply('c')])).to.deep.equal([
      ...['me hej', 'bot a', 'bot b', 'me och?', 'bot c'],
    ]);
  });

  it('shows a reply once that came live and is in the transcript', () => {
    expect(shown([entry('1', 'hej', [reply('a')])], [], [reply('a')])).to.deep.equal(['me hej', 'bot a']);
  });

  it('puts a reply in the place of the one that it replaces, also of one that was replaced before', () => {
    const entries = [entry('1', 'hej', [reply('a'), reply('b')]), entry('2', 'x', [reply('c', 'a')])];
    const items = arranged(entries, [], [reply('d', 'c')]);
    const bots = items.filter(({ type }) => type === 'bot');
    expect(bots.map(({ id, version }) => [id, version])).to.deep.equal([
      ['b a', 'd'],
      ['b b', 'b'],
    ]);
  });

  it('lets a reply follow whose place is not there', () => {
    expect(shown([entry('1', null, [reply('b', 'gone')])])).to.deep.equal(['bot b']);
  });

  it('says nothing about a press that only changed a message in place', () => {
    const first = entry('1', 'hej', [reply('a', null, ['Klart', 'Nästa'])]);
    expect(shown([first, entry('2', 'Klart', [reply('b', 'a')])])).to.deep.equal(['me hej', 'bot b']);
    expect(shown([first, entry('2', 'Nästa', [reply('b')])])).to.deep.equal([
      ...['me hej', 'bot a', 'me Nästa', 'bot b'],
    ]);
  });

  it('shows a press at once only if it could not be sent', () => {
    expect(shown([], [waiting('1', 'Ja', { isPressed: true })])).to.deep.equal([]);
    expect(shown([], [waiting('1', 'Ja', { isPressed: true, failed: true })])).to.deep.equal(['me Ja']);
  });

  it('says the time at first and after a while, and when the clock was moved back', () => {
    const minute = 60_000;
    const entries = [0, 5, 30, -500].map((after, i) => entry(String(i), `${i}`, [], TEN + after * minute));
    const times = arranged(entries, [], []).filter(({ type }) => type === 'time');
    expect(times.map(({ at }) => (Number(at) - TEN) / minute)).to.deep.equal([0, 30, -500]);
  });
});
