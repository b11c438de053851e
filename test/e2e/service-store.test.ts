import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';

interface Transcript {
  readonly entries: readonly { readonly id: string; readonly replies: readonly { readonly key: string }[] }[];
}

describe('the service and its store', function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;
  let service: ServiceProcess;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-service-'));
    file = join(folder, 'store.sqlite');
    service = await ServiceProcess.start({ DRIFTVAKT_STORE: file });
  });
  afterEach(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string) => fetch(new URL(path, service.address));
  const say = (id: string, text: string) =>
    fetch(new URL('playground/events', service.address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, organisation: 'porsanger', user: 'anna', what: { kind: 'said', text } }),
    });
  const transcript = async (): Promise<Transcript> =>
    (await get('playground/transcript?organisation=porsanger&user=anna')).json() as Promise<Transcript>;
  const answered = async (count: number): Promise<Transcript> => {
    for (;;) {
      const found = await transcript();
      if (found.entries.length >= count) return found;
    }
  };

  it('goes on after a restart where it was', async () => {
    expect((await say('a', 'hei')).status).to.equal(202);
    const before = await answered(1);
    expect(await service.stop()).to.equal(0);
    service = await ServiceProcess.start({ DRIFTVAKT_STORE: file });
    expect(await transcript()).to.deep.equal(before);
    await say('b', 'hei');
    expect((await answered(2)).entries.map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });

  it('ends by itself though pages listen: it ends their streams, and cuts nothing off', async () => {
    const page = await get('playground/live?organisation=porsanger&user=anna');
    const read = page.text();
    expect(await service.stop()).to.equal(0);
    // A stream that was cut off would be an error here.
    await read;
    expect(service.printed).to.contain('listening').and.not.contain('cut off');
    service = await ServiceProcess.start({ DRIFTVAKT_STORE: file });
  });

  it('denies readiness, and says whom to call, while the store cannot be written; then goes on by itself', async () => {
    const other = new DatabaseSync(file, { timeout: 5000 });
    other.exec('BEGIN IMMEDIATE');
    expect((await get('readyz')).status).to.equal(503);
    expect((await get('healthz')).status).to.equal(200);
    const refused = await say('a', 'hei');
    expect(refused.status).to.equal(503);
    expect(await refused.text()).to.include('tel:+47');
    other.exec('ROLLBACK');
    other.close();
    expect((await get('readyz')).status).to.equal(200);
    expect((await say('a', 'hei')).status).to.equal(202);
    expect((await answered(1)).entries[0]?.replies).to.not.be.empty;
  });

  it('is refused with one line that names the variable', () => {
    const cases: Record<string, RegExp> = {
      [file]: /in use by another Driftvakt/,
      [folder]: /cannot be opened/,
      '/dev/null/x': /cannot be opened/,
    };
    for (const [store, message] of Object.entries(cases)) {
      const { code, out, err } = driftvakt(['serve'], { DRIFTVAKT_STORE: store, PORT: '0' });
      expect([code, out], err).to.deep.equal([2, '']);
      expect(err.trim().split('\n'), err).to.have.length(1);
      expect(err)
        .to.match(/^error: DRIFTVAKT_STORE cannot be used: /)
        .and.to.match(message);
    }
  });
});
