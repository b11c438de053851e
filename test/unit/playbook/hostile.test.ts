import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { formatFault } from '../../../src/playbook/fault.ts';
import { LIMITS } from '../../../src/playbook/limits.ts';
import { loadPlaybook, loadPlaybookFile } from '../../../src/playbook/load.ts';
import { changed, SAMPLE } from './sample.ts';

const said = (text: string) => loadPlaybook('x.yaml', text).faults.map(formatFault);
/** Large enough that time by the square of the size would be noticed. */
const LARGE = 128 * 1024;
const large = (unit: string) => unit.repeat(LARGE / unit.length);

describe('a text that is no playbook is refused with one clear line', () => {
  const noPlaybook = 'x.yaml:1: is no playbook; start it with "organisation: …" (see docs/playbook.md)';
  const invalid = 'is no valid YAML:';
  const refusals: readonly [string, string, string | string[]][] = [
    ['an empty file', '', noPlaybook],
    ['nothing but remarks', '\n# soon\n\n', noPlaybook],
    ['a list', '- organisation: x\n- name: X\n', noPlaybook],
    ['a sentence', 'Call the switchboard.\n', noPlaybook],
    [
      'binary rubbish',
      Buffer.from([0, 1, 2, 0xff, 0xfe, 0x7b]).toString(),
      'x.yaml:1: is no text; a playbook is a text file, saved as UTF-8',
    ],
    [
      'text that is not UTF-8',
      Buffer.from('name: Växjö', 'latin1').toString(),
      'x.yaml:1: is no text; a playbook is a text file, saved as UTF-8',
    ],
    ['a tab', changed('  core:', '\tcore:'), `x.yaml:7: ${invalid} a tab indents the line; use spaces`],
    [
      'a colon in a text',
      changed('role: Last', 'role: Last: not least'),
      `x.yaml:14: ${invalid} a colon or dash stands where none is expected; put a text that holds ": " in quotes`,
    ],
    [
      'a sign in front of a text',
      changed('name: Sample', 'name: @Sample'),
      `x.yaml:2: ${invalid} a text starts with a sign that YAML keeps for itself; put the text in quotes`,
    ],
    [
      'two documents',
      `${SAMPLE}---\n${SAMPLE}`,
      `x.yaml:${SAMPLE.split('\n').length}: ${invalid} a second document starts with "---"; a file holds one playbook`,
    ],
    ['a directive', `%YAML 1.1\n---\n${SAMPLE}`, `x.yaml:1: ${invalid} a line starts with "%"; remove it`],
    [
      'a tag',
      changed('name: Sample', 'name: !!binary aGk='),
      `x.yaml:2: ${invalid} a value starts with "!"; put the text in quotes`,
    ],
    [
      'a group before a colon',
      `${SAMPLE}{ a: b }: c\n`,
      `x.yaml:${SAMPLE.split('\n').length}: ${invalid} what stands before a colon is no plain word`,
    ],
    [
      'a name that is none',
      changed('  last:', '  __proto__:'),
      'x.yaml:14: has the name "__proto__"; choose another',
    ],
    ['a value that holds itself', 'a: &a [*a]\n', 'x.yaml:1: has an alias (*a); write the value out'],
  ];
  for (const [name, text, message] of refusals)
    it(name, () => expect(said(text)).to.deep.equal([message].flat()));

  it('aliases that would grow to a billion entries', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`,
    );
    expect(said(['l0: &l0 lol', ...levels].join('\n'))).to.deep.equal(
      levels.map((_, i) => `x.yaml:${i + 2}: has an alias (*l${i}); write the value out`),
    );
  });

  it('an unclosed bracket or quote', () => {
    for (const text of [changed('[sv, en]', '[sv, en'), changed('"08:00-12:00"', '"08:00-12:00')]) {
      expect(said(text)).not.to.deep.equal([]);
      for (const line of said(text)) expect(line).to.match(/^x\.yaml:\d+: is no valid YAML: ./);
    }
  });
});

describe('a text that is unusual but right', () => {
  it('loads with CRLF line ends, and faults still find their lines', () => {
    const text = SAMPLE.replaceAll('\n', '\r\n');
    expect(loadPlaybook('x.yaml', text).playbook).not.to.equal(null);
    expect(said(text.replace('role: Last', 'role: 5'))[0]).to.match(/^x\.yaml:14: contacts\.last\.role /);
  });

  it('loads with a byte-order mark', () => {
    expect(loadPlaybook('x.yaml', `\u{feff}${SAMPLE}`).playbook).not.to.equal(null);
  });

  it('loads from JSON, which is YAML too', () => {
    const json = {
      organisation: 'x',
      name: 'X',
      languages: ['nb'],
      timezone: 'Europe/Oslo',
      holidays: { country: 'NO' },
      contacts: { a: { role: 'A', where: 'B' } },
      fallback: 'a',
      policies: { p: [{ 'any-of': 'a' }] },
      routes: [
        { class: 'critical', policy: 'p' },
        { class: 'normal', policy: 'p' },
      ],
    };
    expect(said(JSON.stringify(json, null, '\t'))).to.deep.equal([]);
  });
});

describe('a file of ten megabytes', () => {
  const megabytes = '#'.repeat(10 * 1024 * 1024);
  const message = 'is 10240 KB; a playbook has at most 512 KB';

  it('is refused by its size, as text and as a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-'));
    try {
      const file = join(folder, 'big.yaml');
      writeFileSync(file, megabytes);
      expect(loadPlaybookFile(file).faults.map(formatFault)).to.deep.equal([`${file}:1: ${message}`]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(said(megabytes)).to.deep.equal([`x.yaml:1: ${message}`]);
  });
});

describe('a text that is made to take long', () => {
  const numbered = (line: (i: number) => string) => {
    const lines = ['contacts:'];
    for (let size = 0, i = 0; size < LARGE; i++)
      size += Buffer.byteLength(lines[lines.push(line(i)) - 1]!) + 1;
    return lines.join('\n');
  };
  const texts: readonly [string, string][] = [
    ['brackets', large('[')],
    ['braces', large('{a: ')],
    ['dashes', large('- ')],
    ['question marks', large('? ')],
    ['a staircase', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['keys', numbered((i) => `k${i}: 1`)],
    ['contacts', numbered((i) => ` k${i}: {rol: x}`)],
    ['ids that are none', numbered((i) => ` K${i}: {}`)],
    ['the same key', large('a: |\n')],
    ['one long word', `organisation: ${'a-'.repeat(LARGE)}`],
    ['one long mail address', `contacts: { a: { role: b, email: ${'a.'.repeat(LARGE)}@ } }`],
  ];
  for (const [name, text] of texts)
    it(name, () => {
      const { playbook, faults } = loadPlaybook('x.yaml', text);
      expect(playbook).to.equal(null);
      expect(faults).to.have.length.within(1, LIMITS.faults + 1);
    });
});
