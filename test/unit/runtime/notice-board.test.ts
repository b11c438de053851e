import { expect } from 'chai';
import type { Store } from '../../../src/ports/store.ts';
import { NoticeBoard } from '../../../src/runtime/notice-board.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { outageNotice, windowNotice } from '../../support/notices.ts';
import { keepNotice } from '../../support/notices-kept.ts';

describe('the notice board', () => {
  let store: Store;
  let board: NoticeBoard;
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:' });
    board = new NoticeBoard(store);
  });
  afterEach(() => store.close());
  const ids = async () => (await board.notices('porsanger')).map(({ id }) => id).sort();

  it('is the very same as long as nothing changes, and another when something does', async () => {
    await keepNotice(store, outageNotice({ id: 'A' }));
    const before = await board.notices('porsanger');
    expect(await board.notices('porsanger')).to.equal(before);
    await keepNotice(store, outageNotice({ id: 'B', organisation: 'kivido' }));
    expect(await board.notices('porsanger')).to.equal(before);
    await keepNotice(store, outageNotice({ id: 'A', revision: 2 }));
    const after = await board.notices('porsanger');
    expect(after).to.not.equal(before);
    expect(after.map(({ revision }) => revision)).to.deep.equal([2]);
  });

  it('has what is open, what ended and what was taken back, and nothing that nobody is to see', async () => {
    await keepNotice(store, outageNotice({ id: 'A' }));
    await keepNotice(store, outageNotice({ id: 'B', over: outageNotice().since + 1 }));
    await keepNotice(store, windowNotice({ id: 'C', publication: 'recalled' }));
    await keepNotice(store, outageNotice({ id: 'D', publication: 'to-confirm' }));
    await keepNotice(store, outageNotice({ id: 'E', publication: 'discarded' }));
    await keepNotice(store, outageNotice({ id: 'F', organisation: 'kivido' }));
    expect(await ids()).to.deep.equal(['A', 'B', 'C']);
  });

  it('reads beyond the first page, and the latest thousand of what ended', async () => {
    const { since } = outageNotice();
    for (let i = 0; i < 1010; i++)
      await keepNotice(store, outageNotice({ id: `A${i}`, since: since + i, over: since + i + 1 }));
    const found = await ids();
    expect(found).to.have.length(1000);
    expect(found).to.include('A1009').and.not.include('A9');
  });
});
