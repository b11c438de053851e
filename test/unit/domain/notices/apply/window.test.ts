import { expect } from 'chai';
import { applyCommand } from '../../../../../src/domain/notices/apply/apply.ts';
import type { NoticeCommand } from '../../../../../src/domain/notices/commands.ts';
import type { MaintenanceWindow, Notice } from '../../../../../src/domain/notices/notice.ts';
import { windowNotice, windowPart } from '../../../../support/notices.ts';
import { alone, apply, context, DAY, done, faults, HOUR, NOW, newsOf } from './applying.ts';

describe('a window', () => {
  const first = windowPart({ id: '1', from: NOW - HOUR, to: NOW + HOUR });
  const second = windowPart({ id: '2', from: NOW + DAY, to: NOW + DAY + HOUR });
  const open = windowNotice({ parts: [first, second] });

  it('is done early, a part or all of it; what has not begun is not needed', () => {
    const part = apply(open, { do: 'finish', part: '1', text: { nb: 'Ferdig' } });
    expect(newsOf(part)).to.equal('important');
    expect(done<MaintenanceWindow>(part)).to.include({ sequence: 1, revision: 2 });
    expect(done<MaintenanceWindow>(part).parts.map(({ endedAt }) => endedAt)).to.deep.equal([NOW, null]);
    const all = done<MaintenanceWindow>(apply(open, { do: 'finish', part: null, text: {} }));
    expect(all.parts.map(({ endedAt }) => endedAt)).to.deep.equal([NOW, second.from]);
    expect(all.updates, 'without words there is no update').to.deep.equal([]);
  });

  it('takes longer', () => {
    const applied = done<MaintenanceWindow>(
      apply(open, { do: 'extend', part: '1', to: NOW + 2 * HOUR, text: { nb: 'Mer tid' } }),
    );
    expect(applied.parts[0]).to.include({ to: NOW + 2 * HOUR, endedAt: null, extendedFrom: NOW + HOUR });
    expect(applied.updates[0]?.text).to.deep.equal({ nb: 'Mer tid' });
  });

  it('is cancelled, or taken back, with another sequence for calendars', () => {
    expect(done(apply(open, { do: 'cancel', text: {} }))).to.include({ cancelledAt: NOW, sequence: 1 });
    expect(done(apply(open, { do: 'recall' }))).to.include({
      ...{ publication: 'recalled', cancelledAt: NOW, sequence: 1 },
    });
  });

  it('gets a word', () => {
    expect(newsOf(apply(open, { do: 'update', text: { nb: 'x' }, important: true }))).to.equal('important');
    expect(newsOf(apply(open, { do: 'update', text: { nb: 'x' }, important: false }))).to.equal('edit');
  });

  it('reminds, begins and ends by its ticks; each is seen to once', () => {
    const soon = windowNotice({
      parts: [windowPart({ from: NOW + HOUR, to: NOW + 2 * HOUR })],
      ...{ publishedAt: NOW - 2 * DAY, createdAt: NOW - 2 * DAY },
    });
    const reminded = apply(soon, { do: 'tick' });
    expect(newsOf(reminded)).to.equal('reminder');
    const again = apply(done(reminded), { do: 'tick' });
    expect([newsOf(again), done(again).revision]).to.deep.equal([null, 2]);
    const begun = applyCommand(alone, done(reminded), { do: 'tick' }, context('it', NOW + HOUR));
    expect(newsOf(begun)).to.equal('silent');
  });

  const cancelled = done(apply(open, { do: 'cancel', text: {} }));
  const over = windowNotice({ parts: [windowPart({ from: NOW - 2 * HOUR, to: NOW - HOUR })] });
  const long = { nb: 'x'.repeat(2001) };
  const REFUSED: readonly (readonly [string, Notice, NoticeCommand, string])[] = [
    ['an empty word', open, { do: 'update', text: {}, important: true }, 'text: text-missing'],
    ['a word that is too long', open, { do: 'update', text: long, important: true }, 'text: text-too-long'],
    ['a word when it is over', over, { do: 'update', text: { nb: 'x' }, important: true }, 'notice: is-over'],
    ['an end of no part', open, { do: 'finish', part: '9', text: {} }, 'part: unknown-part'],
    ['an end when it is over', over, { do: 'finish', part: null, text: {} }, 'part: is-over'],
    ['an end with too long a word', open, { do: 'finish', part: null, text: long }, 'text: text-too-long'],
    ['more time for no part', open, { do: 'extend', part: '9', to: NOW, text: {} }, 'part: unknown-part'],
    ['less time', open, { do: 'extend', part: '1', to: NOW, text: {} }, 'to: not-later'],
    ['fifteen days', open, { do: 'extend', part: '1', to: NOW + 15 * DAY, text: {} }, 'to: part-too-long'],
    [
      'more time when it is over',
      over,
      { do: 'extend', part: '1', to: NOW + HOUR, text: {} },
      'part: is-over',
    ],
    [
      'more time with too long a word',
      open,
      { do: 'extend', part: '1', to: NOW + DAY, text: long },
      'text: text-too-long',
    ],
    ['a second cancellation', cancelled, { do: 'cancel', text: {} }, 'notice: is-over'],
    ['a cancellation with too long a word', open, { do: 'cancel', text: long }, 'text: text-too-long'],
    ['what only outages have', open, { do: 'resolve', text: {}, retrospect: {} }, 'notice: wrong-kind'],
    ['a retrospect', open, { do: 'retrospect', text: { nb: 'x' } }, 'notice: wrong-kind'],
  ];
  for (const [what, notice, command, fault] of REFUSED) {
    it(`does not take ${what}`, () => {
      expect(faults(apply(notice, command))).to.deep.equal([fault]);
    });
  }
});
