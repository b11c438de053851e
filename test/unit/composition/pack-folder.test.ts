import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect } from 'chai';
import { pino } from 'pino';
import { PACK_EVERY_MS, PackFolder } from '../../../src/composition/pack-folder.ts';
import { LinkKeys } from '../../../src/http/link-key.ts';
import { readPdf } from '../../support/pdf.ts';
import { at, shipped } from '../../support/playbooks.ts';

const porsanger = shipped('porsanger');

describe('the folder of the emergency packs', function () {
  this.timeout(20_000);
  let folder: string;
  let now: Temporal.Instant;
  let logged: string[];
  let rings: { ms: number; ring: () => void }[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'driftvakt-packs-'));
    [now, logged, rings] = [at(porsanger, '2026-12-22T09:00').toInstant(), [], []];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const packsIn = (to: string) =>
    new PackFolder({
      ...{ folder: to, publicUrl: () => 'https://bot.example.org', clock: { now: () => now } },
      ...{ playbooks: new Map([['porsanger', porsanger]]), keys: new LinkKeys(undefined, false) },
      alarm: {
        after(ms, ring) {
          rings.push({ ms, ring });
          return () => void rings.splice(0);
        },
      },
      log: pino(
        new Writable({
          write(chunk, _encoding, done) {
            logged.push(JSON.parse(String(chunk)).msg);
            done();
          },
        }),
      ),
    });
  const firstPage = async () => (await readPdf(await readFile(join(folder, 'porsanger-nb.pdf')))).pages[0];

  it('has a pack for each language, with all numbers, written anew every six hours', async () => {
    const packs = packsIn(folder);
    await packs.write();
    expect((await readdir(folder)).sort()).to.deep.equal(['porsanger-en.pdf', 'porsanger-nb.pdf']);
    expect(await firstPage()).to.include('tirsdag 22. desember 2026');
    const { pages } = await readPdf(await readFile(join(folder, 'porsanger-nb.pdf')));
    expect(pages.join(' ')).to.match(/\+4700000001/);
    now = now.add({ hours: 24 });
    await packs.write();
    expect(await firstPage()).to.include('onsdag 23. desember 2026');
  });

  it('looks again later, and not once it is stopped', async () => {
    const packs = packsIn(join(folder, 'inner'));
    await packs.write();
    packs.start();
    while (rings.length === 0) await new Promise(setImmediate);
    expect(rings.map(({ ms }) => ms)).to.deep.equal([PACK_EVERY_MS]);
    await packs.stop();
    expect(rings).to.deep.equal([]);
  });

  it('says once that it cannot be written, and when it can again', async () => {
    const packs = packsIn('/dev/null/packs');
    await packs.write();
    await packs.write();
    expect(logged).to.deep.equal([
      'the emergency packs cannot be written; see that the folder is there and may be written to',
    ]);
  });
});
