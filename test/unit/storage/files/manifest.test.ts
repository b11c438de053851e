import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { MANIFEST, Manifest } from '../../../../src/storage/files/manifest.ts';

describe('the files that were written into a folder', () => {
  let home: string;
  let folder: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'driftvakt-manifest-'));
    folder = join(home, 'copy');
    await mkdir(join(folder, 'a'), { recursive: true });
  });
  afterEach(() => rm(home, { recursive: true }));
  const put = (name: string) => writeFile(join(folder, name), 'x');

  it('go when they are not wanted any more, with a folder that is empty then', async () => {
    await new Manifest(folder).plan(['index.html', 'a/one', 'a/two']);
    for (const name of ['index.html', 'a/one', 'a/two']) await put(name);
    await new Manifest(folder).settle(['index.html', 'a/one', 'a/two']);
    await put('a/three');
    await new Manifest(folder).settle(['a/one']);
    expect(await readdir(join(folder, 'a'))).to.have.members(['one', 'three']);
    await rm(join(folder, 'a', 'three'));
    await new Manifest(folder).settle([]);
    expect(await readdir(folder)).to.deep.equal([MANIFEST]);
  });

  it('are known though the process died before all of them were there', async () => {
    await new Manifest(folder).plan(['a/one', 'a/two']);
    await put('a/one');
    await new Manifest(folder).plan(['index.html']);
    await new Manifest(folder).settle(['index.html']);
    expect(await readdir(folder)).to.deep.equal([MANIFEST]);
  });

  for (const hostile of ['../secret', 'a/../../secret', '/etc/passwd', 'a/b/c', '.hidden', 'a/.env', ''])
    it(`are none where the list names what it never would: ${hostile}`, async () => {
      await writeFile(join(home, 'secret'), 'x');
      await put('mine');
      await writeFile(join(folder, MANIFEST), JSON.stringify(['mine', hostile]));
      await new Manifest(folder).settle([]);
      expect(await readdir(folder)).to.include('mine');
      expect(await readdir(home)).to.include('secret');
    });
});
