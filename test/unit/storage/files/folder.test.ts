import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pictureId } from '../../../../src/storage/files/checks.ts';
import { openPictureFolder } from '../../../../src/storage/files/folder.ts';
import { refusalOf } from '../../../contracts/pictures.contract.ts';
import { samplePicture } from '../../../support/pictures.ts';
import { asNobody, mountSmallDisk, unmountDisk } from '../../../support/store-faults.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const picture = (number = 0, size = 5000) => samplePicture('image/png', size, number);

describe('the folder for pictures', () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'driftvakt-folder-'));
    chmodSync(parent, 0o755);
    folder = join(parent, 'in', 'pictures');
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));
  const open = () => openPictureFolder({ folder });

  it('is for its own account alone, and so are its files', async () => {
    const id = await (await open()).keep(picture(), 'image/png', NOON);
    const rights = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([rights(folder), rights(join(folder, id))]).to.deep.equal(['700', '600']);
    expect(readdirSync(folder)).to.deep.equal([id]);
    expect(statSync(join(folder, id)).mtimeMs).to.equal(NOON);
  });

  it('knows after a start what it held before, how old, and how much', async () => {
    const first = await open();
    const ids = [
      await first.keep(picture(1), 'image/png', NOON),
      await first.keep(picture(2), 'image/png', NOON + 1),
    ];
    const again = await openPictureFolder({ folder, maxBytes: 12_000 });
    expect((await refusalOf(() => again.keep(picture(3), 'image/png', NOON))).code).to.equal('full');
    expect(await again.prune({ keptBefore: NOON + 1, limit: 10 })).to.equal(1);
    expect(existsSync(join(folder, ids[0]!))).to.equal(false);
    expect(await again.read(ids[1]!)).not.to.equal(null);
  });

  it('knows after a start when a picture was last sent, not which sending it heard of last', async () => {
    const first = await open();
    await first.keep(picture(), 'image/png', NOON + 2);
    const id = await first.keep(picture(), 'image/png', NOON);
    const again = await open();
    expect(await again.prune({ keptBefore: NOON + 2, limit: 10 })).to.equal(0);
    expect(await again.read(id)).not.to.equal(null);
  });

  it('shows nobody half a picture while it is written', async () => {
    const pictures = await open();
    const large = picture(1, 10_000_000);
    let isKept = false;
    const keeping = pictures.keep(large, 'image/png', NOON).finally(() => {
      isKept = true;
    });
    let looks = 0;
    for (; !isKept; looks++) await pictures.read(pictureId(large));
    expect(looks).to.be.greaterThan(2);
    expect((await pictures.read(await keeping))?.bytes.length).to.equal(10_000_000);
  });

  it('clears away what was not finished, and nothing that is not its own', async () => {
    mkdirSync(folder, { recursive: true });
    const unfinished = `${pictureId(picture())}.part`;
    for (const name of [unfinished, 'notes.txt', 'x.part']) writeFileSync(join(folder, name), 'half');
    const pictures = await open();
    await pictures.prune({ keptBefore: Date.now() + 1e6, limit: 10 });
    expect(readdirSync(folder).sort()).to.deep.equal(['notes.txt', 'x.part']);
  });

  it('says that a file is damaged, and mends it when the picture is sent again', async () => {
    const pictures = await open();
    const id = await pictures.keep(picture(), 'image/png', NOON);
    truncateSync(join(folder, id), 4000);
    expect((await refusalOf(() => pictures.read(id))).code).to.equal('corrupt');
    await pictures.keep(picture(), 'image/png', NOON);
    expect((await pictures.read(id))?.bytes.length).to.equal(5000);
  });

  it('takes a picture again that somebody took away', async () => {
    const pictures = await open();
    const id = await pictures.keep(picture(), 'image/png', NOON);
    rmSync(join(folder, id));
    expect(await pictures.read(id)).to.equal(null);
    await pictures.keep(picture(), 'image/png', NOON);
    expect(await pictures.read(id)).not.to.equal(null);
  });

  it('says so when it may not be written, or is no folder', async () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o555);
    const refused = await asNobody(() => refusalOf(open));
    expect([refused.code, refused.message]).to.deep.equal([
      'read-only',
      `The folder for pictures ${folder} may not be written. Give the account of the service the right to write to it.`,
    ]);
    writeFileSync(join(parent, 'file'), '');
    expect((await refusalOf(() => openPictureFolder({ folder: join(parent, 'file') }))).code).to.equal('io');
  });

  it('says so when rights are taken away later, and goes on when they are back', async () => {
    const home = join(parent, 'nobody');
    mkdirSync(home);
    chmodSync(home, 0o777);
    const pictures = await asNobody(() => openPictureFolder({ folder: home }));
    chmodSync(home, 0o555);
    const keep = () => pictures.keep(picture(), 'image/png', NOON);
    expect((await asNobody(() => refusalOf(keep))).code).to.equal('read-only');
    chmodSync(home, 0o777);
    expect(await pictures.read(await asNobody(keep))).not.to.equal(null);
  });

  it('says so when the disk is full, keeps what it has, leaves nothing half, and goes on when there is room', async function () {
    mkdirSync(folder, { recursive: true });
    if (!mountSmallDisk(folder, 512)) this.skip();
    try {
      const pictures = await open();
      const id = await pictures.keep(picture(1, 300_000), 'image/png', NOON);
      const large = () => pictures.keep(picture(2, 300_000), 'image/png', NOON);
      const refused = await refusalOf(large);
      expect([refused.code, (refused.cause as { code?: string }).code]).to.deep.equal([
        'disk-full',
        'ENOSPC',
      ]);
      expect(refused.message).to.match(/the disk is full\. Free some space/);
      expect(readdirSync(folder)).to.deep.equal([id]);
      expect(await pictures.read(id)).not.to.equal(null);
      await pictures.prune({ keptBefore: NOON + 1, limit: 1 });
      expect(await pictures.read(await large())).not.to.equal(null);
    } finally {
      unmountDisk(folder);
    }
  });

  it('holds every picture that was kept, whole, when the process is killed', async function () {
    this.timeout(30_000);
    for (const ms of [5, 20, 45, 80]) {
      const kept = await keptUntilKilled(folder, ms);
      expect(kept.length).to.be.greaterThan(0);
      const pictures = await open();
      for (const id of kept) expect((await pictures.read(id))?.bytes.length, id).to.equal(200_000);
      for (const name of readdirSync(folder)) expect(await pictures.read(name), name).not.to.equal(null);
    }
  });
});

/** The ids that a process said it kept, before it was killed in the middle of the next. */
async function keptUntilKilled(folder: string, ms: number): Promise<readonly string[]> {
  const program = `
    const { openPictureFolder } = await import(${JSON.stringify(import.meta.resolve('../../../../src/storage/files/folder.ts'))});
    const { samplePicture } = await import(${JSON.stringify(import.meta.resolve('../../../support/pictures.ts'))});
    const pictures = await openPictureFolder({ folder: ${JSON.stringify(folder)} });
    for (let i = 0; ; i++)
      process.stdout.write(await pictures.keep(samplePicture('image/png', 200_000, ${ms} * 1000 + i), 'image/png', 0) + '\\n');`;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const { promise: isBegun, resolve } = Promise.withResolvers<void>();
  child.stdout?.on('data', (part: Buffer) => {
    said += part.toString();
    resolve();
  });
  const closed = once(child, 'close');
  await isBegun;
  setTimeout(() => child.kill('SIGKILL'), ms);
  await closed;
  return said.split('\n').filter((line) => line.length === 64);
}
