import { expect } from 'chai';
import { bookRecord } from '../../../src/runtime/away/book.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { agreedEntry, awayEntry } from '../../support/away.ts';
import { runHere, temporaryFiles } from '../../support/run-here.ts';

const AT = '2026-11-25T10:00:00+01:00';
const [START, END] = ['2026-11-25T09:00+01:00', '2026-11-25T15:00+01:00'].map((at) => Date.parse(at)) as [
  number,
  number,
];
const words = (at = AT) => ['who', '--org', 'porsanger', '--class', 'critical', '--at', at, '--json'];

describe('driftvakt who, with absences told in the chat', () => {
  const file = temporaryFiles('who');

  /** A store in which somebody told this. */
  async function storeWith(name: string, own: boolean): Promise<string> {
    const path = file(name);
    const store = openSqliteStore({ file: path });
    const book = own
      ? {
          entries: [awayEntry('a', 'it-lead', [START, END])],
          agreed: [agreedEntry('o', 'it-adviser', END + 8 * 3_600_000, END + 9 * 3_600_000)],
        }
      : { entries: [], agreed: [] };
    await store.receive({ id: 'e', conversation: 'e', receivedAt: 0, body: null });
    await store.commit({
      ...{ event: 'e', conversation: 'e', expected: 0, state: null, at: 0 },
      records: [bookRecord('porsanger', { book, version: 0 }, 0)],
    });
    await store.close();
    return path;
  }
  const availableIn = (out: string) => {
    const { steps } = JSON.parse(out) as { steps: { contacts: { id: string; available: boolean }[] }[] };
    return steps[0]?.contacts.flatMap(({ id, available }) => (available ? [id] : []));
  };

  it('names nobody who is away, until they are back, and who is on call', async () => {
    const store = await storeWith('away.sqlite', true);
    const asked = async (at?: string) => runHere(words(at), { DRIFTVAKT_STORE: store });
    const { code, out, err } = await asked();
    expect([code, err]).to.deep.equal([0, '']);
    expect(availableIn(out)).to.deep.equal(['it-consultant', 'it-adviser']);
    expect(JSON.parse(out)).to.not.have.property('knows');
    expect(availableIn((await asked('2026-11-25T15:30:00+01:00')).out)).to.include('it-lead');
    expect(JSON.parse((await asked('2026-11-25T23:30:00+01:00')).out)).to.include({
      reason: 'on-call-agreement',
    });
  });

  it('is as ever where nothing was told', async () => {
    const store = await storeWith('nobody.sqlite', false);
    const [told, without] = [await runHere(words(), { DRIFTVAKT_STORE: store }), await runHere(words())];
    expect(told.out).to.equal(without.out);
    expect([told.err, without.err]).to.deep.equal(['', '']);
  });

  it('answers by the playbook where the store cannot be read, and says so', async () => {
    const { code, out, err } = await runHere(words(), { DRIFTVAKT_STORE: file('gone.sqlite') });
    expect(code).to.equal(0);
    expect(JSON.parse(out)).to.include({ knows: 'playbook', open: true });
    expect(err).to.match(/^note: absences told in the chat are not counted: DRIFTVAKT_STORE .*\n$/);
  });

  it('needs no store where no absences are told in the chat', async () => {
    const { err } = await runHere(['who', '--org', 'itcentrum', '--class', 'normal', '--json'], {
      DRIFTVAKT_STORE: file('gone.sqlite'),
    });
    expect(err).to.equal('');
  });
});
