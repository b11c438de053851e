import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { subscriptionId } from '../../src/runtime/record-codecs.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { subscriptionOf } from '../support/notices.ts';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';
import { committing } from '../support/store-arrange.ts';

const ANNA = 'web/itcentrum/anna';

describe('notices from the command line, through the real service', () => {
  let folder: string;
  let service: ServiceProcess;
  const environment = () => ({
    DRIFTVAKT_STORE: join(folder, 'store.sqlite'),
    DRIFTVAKT_LINK_SECRET: '0123456789abcdef0123456789abcdef',
  });
  /** Runs `driftvakt notice …` against the service. @returns what it printed as JSON */
  const notice = (...words: string[]) => {
    const base = ['--org', 'itcentrum', '--base', service.address, '--json'];
    const { code, out, err } = driftvakt(['notice', ...words, ...base], environment());
    expect([code, err].join()).to.match(/^0,/);
    return JSON.parse(out.trim().split('\n').at(-1) ?? '');
  };

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-notices-'));
    const store = openSqliteStore({ file: environment().DRIFTVAKT_STORE });
    const id = subscriptionId(ANNA);
    const body = subscriptionOf(ANNA, { organisation: 'itcentrum', name: 'Anna' }) as never;
    await committing(store, {
      records: [
        { change: 'write', organisation: 'itcentrum', kind: 'subscription', id, at: 0, keys: {}, body },
      ],
    });
    await store.close();
    service = await ServiceProcess.start(environment());
  });
  after(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  it('go out, are counted, and go on after the service was killed', async function () {
    this.timeout(60_000);
    const made = notice('outage', '--text', 'TES ligger nere');
    const id: string = made.notice?.id ?? made.id;
    expect(id).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const sent = { intended: 1, sent: 1, waiting: 0, failed: 0, skipped: 0, ambiguous: 0, complete: true };
    expect(notice('ledger', id)).to.include({ revision: 1, ...sent });
    await service.kill();
    service = await ServiceProcess.start(environment());
    notice('resolve', id, '--text', 'Det fungerar igen');
    expect(notice('ledger', id)).to.include({ revision: 2, ...sent });
    expect(notice('list', 'ended').notices.map((each: { id: string }) => each.id)).to.deep.equal([id]);
  });
});
