import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { formatFault, PlaybookError } from '../../../src/playbook/fault.ts';
import { loadPlaybookFile, loadPlaybooks } from '../../../src/playbook/load.ts';
import { changed, SAMPLE } from './sample.ts';

/** What is said when a folder cannot be loaded. */
function refusal(folder: string, strict = false): string[] {
  try {
    loadPlaybooks(folder, strict);
  } catch (error) {
    if (error instanceof PlaybookError) return error.faults.map(formatFault);
    throw error;
  }
  throw new Error('the folder was loaded');
}

describe('a folder of playbooks', () => {
  let folder: string;
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is loaded by organisation, and only its YAML files', () => {
    put('sample.yaml', SAMPLE);
    put('other.yml', changed('organisation: sample', 'organisation: other'));
    put('README.md', 'not: [a playbook');
    expect([...loadPlaybooks(folder, true).keys()].sort()).to.deep.equal(['other', 'sample']);
  });

  it('is refused with all faults of all files', () => {
    const one = put('one.yaml', changed('fallback: last', 'fallback: lst'));
    const two = put('two.yaml', '- x\n');
    expect(refusal(folder)).to.deep.equal([
      `${one}:15: fallback names "lst", which is not in "contacts:"; did you mean "last"?`,
      `${two}:1: is no playbook; start it with "organisation: …" (see docs/playbook.md)`,
    ]);
  });

  it('is refused for placeholders only when it is meant for production', () => {
    const file = put('sample.yaml', changed('"+46346885555"', '"+4600000001"'));
    expect(loadPlaybooks(folder, false).size).to.equal(1);
    expect(refusal(folder, true)).to.deep.equal([
      `${file}:11: placeholder: contacts.desk.phone is +4600000001, a placeholder; production refuses it until the real number stands here`,
    ]);
  });

  it('is refused when two files are for the same organisation', () => {
    const [first, second] = [put('a.yaml', SAMPLE), put('b.yaml', SAMPLE)];
    expect(refusal(folder)).to.deep.equal([
      `${second}:1: is for the organisation "sample", and so is ${first}; keep one of them`,
    ]);
  });

  it('is refused when it is empty, missing, or a file', () => {
    expect(refusal(folder)).to.deep.equal([`${folder}:1: holds no playbook (*.yaml)`]);
    const missing = join(folder, 'missing');
    expect(refusal(missing)).to.deep.equal([`${missing}:1: is no folder that can be read`]);
    expect(refusal(put('x.yaml', SAMPLE))[0]).to.contain('is no folder that can be read');
  });

  it('says which file cannot be read, and why', () => {
    const missing = join(folder, 'missing.yaml');
    expect(loadPlaybookFile(missing).faults.map(formatFault)).to.deep.equal([`${missing}:1: does not exist`]);
    const inside = join(folder, 'folder.yaml');
    mkdirSync(inside);
    expect(loadPlaybookFile(inside).faults.map(formatFault)).to.deep.equal([
      `${inside}:1: cannot be read (EISDIR)`,
    ]);
  });

  it('needs no code for one organisation more', () => {
    copyFileSync(new URL('../../../playbooks/kivido.yaml', import.meta.url), join(folder, 'kivido.yaml'));
    put('sample.yaml', SAMPLE);
    expect([...loadPlaybooks(folder, false).keys()]).to.deep.equal(['kivido', 'sample']);
  });
});
