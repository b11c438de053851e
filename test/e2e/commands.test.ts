import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { ownChild } from '../support/own-child.ts';
import { readPdf } from '../support/pdf.ts';
import { runHere, temporaryFiles } from '../support/run-here.ts';
import { driftvakt } from '../support/service-process.ts';

const KEYS = ['organisation', 'at', 'class', 'open', 'until', 'opens', 'reason', 'steps'];
const CONTACT_KEYS = ['id', 'role', 'phone', 'email', 'url', 'available', 'until'];

describe('a command whose reader goes away', function () {
  this.timeout(30_000);

  it('ends in silence, as `| head` expects it', async () => {
    const child = ownChild(
      spawn(process.execPath, ['src/main.ts', 'schema'], { stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    child.stdout.destroy();
    const said = text(child.stderr);
    const [code] = await once(child, 'close');
    expect([code, await said]).to.deep.equal([0, '']);
  });
});

describe('driftvakt who', function () {
  this.timeout(30_000);
  const whoIn = (...words: string[]) =>
    driftvakt(['who', '--org', 'porsanger', '--class', 'critical', ...words]);

  it('prints the interface’s JSON to the letter', () => {
    const { code, out, err } = whoIn('--at', '2026-11-23T09:00:00Z', '--json');
    expect([code, err]).to.deep.equal([0, '']);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).to.deep.equal(KEYS);
    expect(Object.keys(answer.steps[0])).to.deep.equal(['order', 'receipt', 'contacts']);
    expect(Object.keys(answer.steps[0].contacts[0])).to.deep.equal(CONTACT_KEYS);
    expect(answer).to.include({
      organisation: 'porsanger',
      at: '2026-11-23T10:00:00+01:00',
      class: 'critical',
      open: true,
      until: '2026-11-23T14:00:00+01:00',
      opens: null,
      reason: 'open',
    });
  });

  it('says it in words, often reached between 14 and 16:30', () => {
    expect(whoIn('--at', '2026-11-23T15:00:00+01:00').out).to.include(
      'Er ofte å få tak i, men ikke sikkert, til 16:30.',
    );
    expect(whoIn('--at', '2026-11-23T15:00:00+01:00', '--locale', 'en').out).to.include(
      'Often reached, but not for certain, until 16:30.',
    );
  });

  it('answers for now when no time is given', () => {
    const before = Date.now();
    const { at } = JSON.parse(whoIn('--json').out);
    expect(Math.abs(Temporal.Instant.from(at).epochMilliseconds - before)).to.be.lessThan(60_000);
  });

  const bad: Record<string, readonly string[]> = {
    'unknown organisation': ['--org', 'nowhere', '--class', 'critical'],
    'unknown class': ['--org', 'porsanger', '--class', 'urgent'],
    'unknown service': ['--org', 'porsanger', '--class', 'normal', '--service', 'x'],
    'time without offset': ['--org', 'porsanger', '--class', 'normal', '--at', '2026-11-23T10:00:00'],
    'unknown language': ['--org', 'porsanger', '--class', 'normal', '--locale', 'de'],
    'missing class': ['--org', 'porsanger'],
    'unknown option': ['--org', 'porsanger', '--class', 'normal', '--colour'],
  };
  for (const [i, [name, words]] of Object.entries(bad).entries()) {
    it(`answers ${name} with one clear line and exit code 2`, async () => {
      const { code, out, err } = await (i === 0 ? driftvakt : runHere)(['who', ...words, '--json']);
      expect([code, out]).to.deep.equal([2, '']);
      expect(err.trim().split('\n')).to.have.length(1);
      expect(err).to.match(/^error: /);
    });
  }
});

describe('driftvakt check', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-check-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('proves all five playbooks for 400 days', () => {
    const files = ['falkenberg', 'harjedalen', 'itcentrum', 'kivido', 'porsanger'].map(
      (name) => `playbooks/${name}.yaml`,
    );
    const { code, out } = driftvakt([
      'check',
      ...files,
      '--coverage',
      '400',
      '--from',
      '2026-11-22T00:00:00Z',
      '--json',
    ]);
    expect(code).to.equal(0);
    for (const { coverage } of JSON.parse(out)) {
      expect(coverage.cases).to.not.be.empty;
      for (const each of coverage.cases) expect(each.holes).to.deep.equal([]);
    }
  });

  it('draws the weeks, and tells the stretches that fall to the last fallback', async () => {
    const { out } = await runHere([
      'check',
      'playbooks/harjedalen.yaml',
      '--coverage',
      '60',
      '--from',
      '2026-12-01T00:00:00Z',
      '--locale',
      'en',
    ]);
    expect(out)
      .to.match(/Th +█*▄/)
      .and.to.include('only the last fallback')
      .and.to.match(/Th 12:00 – Mo 08:00/);
  });

  it('writes the year as a calendar', async () => {
    const file = join(folder, 'year.html');
    expect(
      (await runHere(['check', 'playbooks/harjedalen.yaml', '--coverage', '400', '--html', file])).code,
    ).to.equal(0);
    expect(readFileSync(file, 'utf8'))
      .to.include('<caption>')
      .and.to.include('class="half"')
      .and.to.not.include('<script');
  });

  it('exits 1 for a playbook that does not load, and names line and field', async () => {
    const file = join(folder, 'broken.yaml');
    writeFileSync(
      file,
      readFileSync('playbooks/kivido.yaml', 'utf8').replace(
        'timezone: Europe/Amsterdam',
        'timezone: Europe/Amsterdm',
      ),
    );
    const { code, out } = await runHere(['check', file]);
    expect(code).to.equal(1);
    expect(out).to.match(/broken\.yaml:\d+: timezone is not a known time zone/);
  });

  it('answers bad numbers of days, a file that is missing and a place that cannot be written', async () => {
    expect((await runHere(['check', 'playbooks/kivido.yaml', '--coverage', '0'])).code).to.equal(2);
    expect((await runHere(['check', 'playbooks/none.yaml'])).out).to.include('does not exist');
    expect((await runHere(['check', 'playbooks/kivido.yaml', '--html', '/nowhere/year.html'])).err).to.match(
      /^error: --html/,
    );
  });
});

describe('driftvakt pack', () => {
  const file = temporaryFiles('pack');

  it('writes a file for each language of the organisation, with a code to scan', async () => {
    const { code, out } = await runHere([
      ...[
        'pack',
        '--org',
        'kivido',
        '--folder',
        file('packs'),
        '--base',
        'https://bot.example.org',
        '--json',
      ],
    ]);
    expect(code).to.equal(0);
    const { written } = JSON.parse(out) as { written: string[] };
    expect(written).to.deep.equal([file('packs/kivido-nl.pdf'), file('packs/kivido-en.pdf')]);
    const { pages } = await readPdf(readFileSync(written[0] ?? ''));
    // A long address stands on several lines.
    expect(pages[0]?.replaceAll(' ', '')).to.match(
      /https:\/\/bot\.example\.org\/routine\/kivido\?lang=nl&printed=\w{5}&key=[\w-]{22}/,
    );
  });

  const bad: Record<string, [readonly string[], RegExp]> = {
    'no file': [[], /name either --out, a file, or --folder/],
    'a file and a folder': [['--out', 'x.pdf', '--folder', 'x'], /name either --out, a file, or --folder/],
    'no address': [['--out', 'x.pdf', '--base', 'bot'], /--base "bot" is no address/],
    'an unknown language': [['--out', 'x.pdf', '--locale', 'de'], /--locale "de" is unknown/],
    'a place that is none': [['--out', '/dev/null/x.pdf'], /x\.pdf cannot be written/],
  };
  for (const [name, [words, said]] of Object.entries(bad))
    it(`answers ${name} with one clear line and exit code 2`, async () => {
      const { code, out, err } = await runHere(['pack', '--org', 'kivido', ...words]);
      expect([code, out]).to.deep.equal([2, '']);
      expect(err).to.match(said);
    });
});
