import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { storeContract } from './store.contract.ts';

describe('SQLite', () => {
  let folder: string;
  let files = 0;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-store-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  storeContract('a file', () => openSqliteStore({ file: join(folder, `${files++}.sqlite`) }));
  storeContract('in memory', () => openSqliteStore({ file: ':memory:' }));
});
