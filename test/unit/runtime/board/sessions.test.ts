import { expect } from 'chai';
import { BOARD_ACCESS } from '../../../../src/domain/people/board-access.ts';
import { BoardSessions } from '../../../../src/runtime/board/sessions.ts';
import { endedRecord, signInRecord, tokenId } from '../../../../src/runtime/board/sign-in.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import type { SqliteStore } from '../../../../src/storage/sqlite/store.ts';
import { NINE } from '../../../support/engine.ts';
import { playbookFrom, shipped, shippedText } from '../../../support/playbooks.ts';

const kivido = shipped('kivido');
const other = playbookFrom(shippedText('porsanger'));
const LINK = 'a-link-of-22-letters-x';
const DESK = { user: 'desk', desk: true, locale: null, role: null, site: null } as const;
const NOBODY = { ...DESK, user: 'anna', desk: false };

describe('signing in to the board', () => {
  let store: SqliteStore;
  let sessions: BoardSessions;
  let made = 0;
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:' });
    sessions = new BoardSessions(store, () => `token-${++made}`);
  });
  afterEach(() => store.close());

  const told = (from = DESK as typeof DESK | typeof NOBODY, at = NINE) =>
    store.writeRecords([
      signInRecord(
        { ...from },
        { id: tokenId(LINK), until: at + BOARD_ACCESS.linkMs, language: 'nl', name: null },
        { organisation: 'kivido', at },
      ),
    ]);
  const signedIn = async (now = NINE): Promise<string> => {
    const result = await sessions.signIn(kivido, LINK, now);
    if (result.outcome !== 'signed-in') throw new Error(result.outcome);
    return result.token;
  };

  it('works once, and opens the board for eight hours', async () => {
    await told();
    const token = await signedIn();
    const end = NINE + BOARD_ACCESS.sessionMs;
    expect(await sessions.session(kivido, token, end - 1)).to.deep.include({ user: 'desk', until: end });
    expect(await sessions.session(kivido, token, end)).to.equal(null);
    expect(await sessions.signIn(kivido, LINK, NINE + 1)).to.deep.equal({ outcome: 'used' });
  });

  it('works once of ten who use it at the same moment', async () => {
    await told();
    const all = await Promise.all(Array.from({ length: 10 }, () => sessions.signIn(kivido, LINK, NINE)));
    expect(all.filter(({ outcome }) => outcome === 'signed-in')).to.have.length(1);
    expect(all.filter(({ outcome }) => outcome === 'used')).to.have.length(9);
  });

  it('does not work after ten minutes, in another organisation, or with what was made up', async () => {
    await told();
    expect(await sessions.signIn(kivido, LINK, NINE + BOARD_ACCESS.linkMs)).to.deep.equal({
      outcome: 'late',
    });
    expect(await sessions.signIn(other, LINK, NINE)).to.deep.equal({ outcome: 'bad' });
    expect(await sessions.signIn(kivido, `${LINK}x`, NINE)).to.deep.equal({ outcome: 'bad' });
    // What the store holds opens nothing.
    expect(await sessions.signIn(kivido, tokenId(LINK), NINE)).to.deep.equal({ outcome: 'bad' });
    expect((await sessions.signIn(kivido, LINK, NINE)).outcome).to.equal('signed-in');
  });

  it('is of one organisation only', async () => {
    await told();
    const token = await signedIn();
    expect(await sessions.session(other, token, NINE)).to.equal(null);
    expect(await sessions.session(kivido, tokenId(token), NINE)).to.equal(null);
  });

  it('ends on one device, or everywhere with links that were not used', async () => {
    await told();
    const token = await signedIn();
    const session = await sessions.session(kivido, token, NINE);
    await sessions.signOut(session!);
    expect(await sessions.session(kivido, token, NINE)).to.equal(null);
  });

  it('ends everywhere when the person says so in the chat', async () => {
    await told();
    const token = await signedIn(NINE + 1000);
    await store.writeRecords([endedRecord(DESK, { organisation: 'kivido', at: NINE + 2000 })]);
    expect(await sessions.session(kivido, token, NINE + 3000)).to.equal(null);
  });

  it('takes a link that was not used with it', async () => {
    await told();
    await store.writeRecords([endedRecord(DESK, { organisation: 'kivido', at: NINE + 1 })]);
    expect(await sessions.signIn(kivido, LINK, NINE + 2)).to.deep.equal({ outcome: 'bad' });
  });

  it('is for those who hold a duty, at the moment at which they look', async () => {
    await told(NOBODY);
    expect(await sessions.signIn(kivido, LINK, NINE)).to.deep.equal({ outcome: 'no-right' });
  });

  it('leaves no token in the store', async () => {
    await told();
    const token = await signedIn();
    const kinds = await Promise.all(
      ['sign-in', 'session'].map((kind) =>
        store.findRecords({ organisation: 'kivido', kind, order: 'newest', limit: 9 }),
      ),
    );
    expect(JSON.stringify(kinds)).to.not.include(token).and.not.include(LINK);
  });
});
