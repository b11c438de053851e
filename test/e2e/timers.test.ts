import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { keptBody } from '../../src/runtime/inbound.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';
import { committing } from '../support/store-arrange.ts';

describe('driftvakt timers', function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;
  const id = 'reminder/web/porsanger/anna';
  const dueAt = Date.UTC(2099, 0, 1, 12);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-timers-'));
    file = join(folder, 'store.sqlite');
    const store = openSqliteStore({ file });
    const from = { user: 'anna', desk: false, locale: null, role: null, site: null };
    const body = keptBody({ organisation: 'porsanger', from, what: { kind: 'due' }, ahead: 0 });
    await committing(store, {
      timers: [{ change: 'set', id, conversation: 'web/porsanger/anna', dueAt, body }],
    });
    await store.close();
  });
  after(() => rmSync(folder, { recursive: true }));

  it('lists beside the running service, cancels through it, and keeps the rest', async () => {
    const environment = { DRIFTVAKT_STORE: file };
    const service = await ServiceProcess.start(environment);
    try {
      const list = (...words: string[]) => driftvakt(['timers', 'list', ...words], environment);
      const { organisations } = JSON.parse(list('--org', 'porsanger', '--json').out);
      expect(organisations[0].timers[0]).to.deep.include({
        id,
        kind: 'due',
        dueAt: '2099-01-01T13:00:00+01:00',
      });
      expect(list().out).to.include('porsanger  due: reminds of').and.include(id);
      expect(list('--org', 'porsanger', '--kind', 'tick').out).to.equal('Nothing waits.\n');
      const cancel = (name: string) =>
        driftvakt(['timers', 'cancel', name, '--org', 'porsanger', '--base', service.address], environment);
      expect(cancel('nothing').err).to.equal('error: There is no such timer; perhaps it has rung.\n');
      expect(cancel(id).out).to.equal(`Cancelled ${id}.\n`);
      expect(JSON.parse(list('--org', 'porsanger', '--json').out).organisations[0].timers).to.deep.equal([]);
    } finally {
      await service.stop();
    }
  });

  it('says in one line what is wrong', () => {
    const wrong = (words: string[], store = file) => {
      const { code, err } = driftvakt(['timers', ...words], { DRIFTVAKT_STORE: store });
      expect(code).to.equal(2);
      return err;
    };
    expect(wrong(['list'], ':memory:')).to.include('which only the service can see');
    expect(wrong(['list'], join(folder, 'none'))).to.include('there is no store at');
    expect(wrong(['list', '--limit', '0'])).to.include('--limit');
    expect(wrong(['cancel', id, '--org', 'porsanger', '--base', 'http://127.0.0.1:9'])).to.include(
      'is it started?',
    );
    expect(driftvakt(['token', '--org', 'porsanger']).err).to.include('either --tool, or --operator');
  });
});
