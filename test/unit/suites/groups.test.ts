import { globSync } from 'node:fs';
import { expect } from 'chai';
import { groups } from '../../support/suites/groups.ts';

describe('the groups in which the tests run', () => {
  it('hold every file of the tests once', () => {
    const files = groups().flatMap((group) => group.files);
    expect(files.toSorted()).to.deep.equal(globSync('test/**/*.test.ts').sort());
  });

  it('have a place for a file that no pattern but the last one names', () => {
    const all = groups((pattern) => (pattern === 'test/**/*.test.ts' ? ['test/new/one.test.ts'] : []));
    expect(all.at(-1)?.files).to.deep.equal(['test/new/one.test.ts']);
  });

  it('leave none of them empty', () => {
    for (const { name, files } of groups()) expect(files, name).to.not.be.empty;
  });
});
