import { expect } from 'chai';
import { BOARD_LIMITS, boardOf } from '../../../../../src/domain/notices/board/board.ts';
import { EVERYWHERE, type Notice } from '../../../../../src/domain/notices/notice.ts';
import { outageNotice, windowNotice, windowPart } from '../../../../support/notices.ts';
import { commanded, scenarioE } from '../../../../support/notices-kept.ts';
import { at, shipped } from '../../../../support/playbooks.ts';

const porsanger = shipped('porsanger');
const itcentrum = shipped('itcentrum');

/** The ids that a board shows, by where they stand. */
function shown(
  playbook: typeof porsanger,
  notices: readonly Notice[],
  local: string,
  site: string | null = null,
) {
  const place = site === null ? EVERYWHERE : { sites: [site], services: null };
  const board = boardOf(playbook, notices, place, at(playbook, local));
  const ids = (of: readonly Notice[]) => of.map(({ id }) => id).join(' ');
  const { state, outages, underWay, coming, cancelled, past, recalled } = board;
  const lists = { outages, underWay, coming, cancelled, past, recalled };
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { state, ...Object.fromEntries(filled.map(([name, list]) => [name, ids(list)])) };
}

function changesAt(notices: readonly Notice[], local: string, playbook = porsanger): string {
  const { changesAt: when } = boardOf(playbook, notices, EVERYWHERE, at(playbook, local));
  return Temporal.Instant.fromEpochMilliseconds(when)
    .toZonedDateTimeISO(playbook.timezone)
    .toPlainDateTime()
    .toString();
}

describe('the board of an organisation', () => {
  const hour = (local: string) => at(porsanger, local).epochMilliseconds;

  it('is calm without notices, and changes at midnight at the latest', () => {
    expect(shown(porsanger, [], '2026-11-23T10:00')).to.deep.equal({ state: 'ok' });
    expect(changesAt([], '2026-11-23T10:00')).to.equal('2026-11-24T00:00:00');
  });

  it('shows an outage until it is over, and then among what is past', () => {
    const outage = outageNotice({ id: 'A' });
    expect(shown(porsanger, [outage], '2026-11-23T10:00')).to.deep.equal({ state: 'outage', outages: 'A' });
    const over = { ...outage, over: hour('2026-11-23T11:00') };
    expect(shown(porsanger, [over], '2026-11-23T12:00')).to.deep.equal({ state: 'ok', past: 'A' });
    expect(shown(porsanger, [over], '2027-02-20T23:59')).to.deep.equal({ state: 'ok', past: 'A' });
    expect(shown(porsanger, [over], '2027-02-21T00:00')).to.deep.equal({ state: 'ok' });
  });

  it('changes when a promised word is late, and when a part of a window begins and ends', () => {
    const outage = outageNotice({ nextWord: hour('2026-11-23T11:00') });
    const part = windowPart({ from: hour('2026-11-23T14:00'), to: hour('2026-11-23T15:30') });
    const all = [outage, windowNotice({ parts: [part] })];
    expect(changesAt(all, '2026-11-23T10:00')).to.equal('2026-11-23T11:00:00');
    expect(changesAt(all, '2026-11-23T11:00')).to.equal('2026-11-23T14:00:00');
    expect(changesAt(all, '2026-11-23T14:00')).to.equal('2026-11-23T15:30:00');
    expect(changesAt(all, '2026-11-23T15:30')).to.equal('2026-11-24T00:00:00');
  });

  it('takes work for what goes on only while a part does', () => {
    const parts = [
      windowPart({ id: '1', from: hour('2026-11-24T10:00'), to: hour('2026-11-24T12:00') }),
      windowPart({ id: '2', from: hour('2026-11-25T10:00'), to: hour('2026-11-25T12:00') }),
    ];
    const window = windowNotice({ id: 'W', parts });
    expect(shown(porsanger, [window], '2026-11-24T09:59')).to.deep.equal({ state: 'ok', coming: 'W' });
    expect(shown(porsanger, [window], '2026-11-24T10:00')).to.deep.equal({
      state: 'maintenance',
      underWay: 'W',
    });
    expect(shown(porsanger, [window], '2026-11-24T12:00')).to.deep.equal({ state: 'ok', underWay: 'W' });
    expect(shown(porsanger, [window], '2026-11-25T11:59')).to.deep.equal({
      state: 'maintenance',
      underWay: 'W',
    });
    expect(shown(porsanger, [window], '2026-11-25T12:00')).to.deep.equal({ state: 'ok', past: 'W' });
  });

  it('shows what was cancelled until it would have been over', () => {
    const window = windowNotice({ id: 'W' });
    const cancelled = commanded(porsanger, window, { do: 'cancel', text: {} }, '2026-11-23T10:00');
    expect(shown(porsanger, [cancelled], '2026-11-23T12:00')).to.deep.equal({ state: 'ok', cancelled: 'W' });
    expect(shown(porsanger, [cancelled], '2026-11-24T11:00')).to.deep.equal({ state: 'ok', past: 'W' });
  });

  it('has a window whose later parts are not needed any more among what is past at once', () => {
    const parts = [
      windowPart({ id: '1', from: hour('2026-11-24T10:00'), to: hour('2026-11-24T14:00') }),
      windowPart({ id: '2', from: hour('2026-11-25T10:00'), to: hour('2026-11-25T12:00') }),
    ];
    const window = windowNotice({ id: 'W', parts });
    const done = commanded(porsanger, window, { do: 'finish', part: null, text: {} }, '2026-11-24T12:40');
    expect(shown(porsanger, [done], '2026-11-24T12:41')).to.deep.equal({ state: 'ok', past: 'W' });
  });

  it('shows what was taken back for a day, and never what waits for a second person or was discarded', () => {
    const recalled = commanded(porsanger, outageNotice({ id: 'A' }), { do: 'recall' }, '2026-11-23T10:00');
    const hidden = [
      outageNotice({ id: 'B', publication: 'to-confirm' }),
      windowNotice({ id: 'C', publication: 'discarded' }),
    ];
    const all = [recalled, ...hidden];
    expect(shown(porsanger, all, '2026-11-23T10:00')).to.deep.equal({ state: 'ok', recalled: 'A' });
    expect(shown(porsanger, all, '2026-11-24T09:59')).to.deep.equal({ state: 'ok', recalled: 'A' });
    expect(changesAt(all, '2026-11-24T09:00')).to.equal('2026-11-24T10:00:00');
    expect(shown(porsanger, all, '2026-11-24T10:00')).to.deep.equal({ state: 'ok' });
  });

  it('has the window of scenario E for Tierp and Älvkarleby, each with its own parts, and for nobody else', () => {
    const window = scenarioE(itcentrum, 'E');
    const parts = (site: string) => {
      const place = { sites: [site], services: null };
      const { coming } = boardOf(itcentrum, [window], place, at(itcentrum, '2022-10-28T12:00'));
      return coming.flatMap((seen) => seen.parts.map(({ id }) => id));
    };
    expect(parts('tierp')).to.deep.equal(['1', '2']);
    expect(parts('alvkarleby')).to.deep.equal(['3']);
    for (const other of ['heby', 'knivsta', 'osthammar'])
      expect(shown(itcentrum, [window], '2022-10-29T12:30', other)).to.deep.equal({ state: 'ok' });
    // On the Sunday Tierp is through, and Älvkarleby is in the middle of it.
    expect(shown(itcentrum, [window], '2022-10-30T11:00', 'tierp')).to.deep.equal({ state: 'ok', past: 'E' });
    const sunday = shown(itcentrum, [window], '2022-10-30T11:00', 'alvkarleby');
    expect(sunday).to.deep.equal({ state: 'maintenance', underWay: 'E' });
  });

  it('shows at most so many of each', () => {
    const many = Array.from({ length: 80 }, (_, i) => outageNotice({ id: `A${i}` }));
    const over = many.map((each) => ({ ...each, over: hour('2026-11-23T09:30') }));
    const board = boardOf(porsanger, [...many, ...over], EVERYWHERE, at(porsanger, '2026-11-23T10:00'));
    expect(board.outages).to.have.length(BOARD_LIMITS.shown);
    expect(board.past).to.have.length(BOARD_LIMITS.past);
  });
});
