import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPictureFolder } from '../../src/storage/files/folder.ts';
import { memoryPictures } from '../../src/storage/files/memory.ts';
import { picturesContract } from './pictures.contract.ts';

describe('kept pictures', () => {
  let parent: string;
  let folders = 0;
  before(() => {
    parent = mkdtempSync(join(tmpdir(), 'driftvakt-pictures-'));
  });
  after(() => rmSync(parent, { recursive: true }));

  picturesContract('a folder', (maxBytes) =>
    openPictureFolder({ folder: join(parent, String(folders++)), ...(maxBytes && { maxBytes }) }),
  );
  picturesContract('in memory', async (maxBytes) => memoryPictures(maxBytes));
});
