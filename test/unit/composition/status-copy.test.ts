import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect } from 'chai';
import { pino } from 'pino';
import { StatusCopy } from '../../../src/composition/status-copy.ts';
import type { Notice } from '../../../src/domain/notices/notice.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import { MANIFEST } from '../../../src/storage/files/manifest.ts';
import { commanded, scenarioE } from '../../support/notices-kept.ts';
import { at, shipped } from '../../support/playbooks.ts';

const itcentrum = shipped('itcentrum');
const porsanger = shipped('porsanger');
const closed = { ...porsanger, pages: { ...porsanger.pages, status: 'link' as const } };

describe('the copy of the status pages', () => {
  let folder: string;
  let now: Temporal.Instant;
  let notices: readonly Notice[];
  let logged: string[];
  let copy: StatusCopy;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'driftvakt-copy-'));
    logged = [];
    notices = [scenarioE(itcentrum)];
    clock('2022-10-28T12:00');
    copy = copyTo(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const clock = (local: string): void => {
    now = at(itcentrum, local).toInstant();
  };
  const none: readonly Notice[] = [];
  const copyTo = (to: string, playbooks: readonly Playbook[] = [itcentrum, closed]) =>
    new StatusCopy({
      ...{ folder: to, publicUrl: 'https://bot.example.org', clock: { now: () => now } },
      playbooks: new Map(playbooks.map((playbook) => [playbook.organisation, playbook])),
      board: { notices: async (organisation) => (organisation === 'itcentrum' ? notices : none) },
      alarm: { after: () => () => undefined },
      log: pino(
        { level: 'info' },
        new Writable({
          write(chunk, _encoding, done) {
            logged.push(JSON.parse(String(chunk)).msg);
            done();
          },
        }),
      ),
    });
  const read = (name: string) => readFile(join(folder, name), 'utf8');

  it('has the pages, feeds and calendar of the whole and of each place, in each language, and no others', async () => {
    await copy.look();
    expect((await readdir(folder)).sort()).to.deep.equal([MANIFEST, 'index.html', 'itcentrum']);
    const files = await readdir(join(folder, 'itcentrum'));
    expect(files).to.have.length((1 + 5) * 2 * 5 + 2);
    expect(files).to.include.members([
      'index.html',
      'en.index.html',
      'site-tierp.index.html',
      'site-tierp.en.calendar.ics',
    ]);
    expect(files.filter((name) => name.endsWith('.part'))).to.deep.equal([]);
  });

  it('loses what is gone with the next start, and nothing that somebody else put there', async () => {
    await copyTo(folder, [itcentrum, porsanger]).look();
    await writeFile(join(folder, 'robots.txt'), 'User-agent: *');
    await writeFile(join(folder, 'itcentrum', 'own.html'), 'of somebody');
    const [, ...places] = itcentrum.sites;
    await copyTo(folder, [{ ...itcentrum, sites: new Map(places) }]).look();
    expect((await readdir(folder)).sort()).to.deep.equal([MANIFEST, 'index.html', 'itcentrum', 'robots.txt']);
    const files = await readdir(join(folder, 'itcentrum'));
    expect(files)
      .to.have.length((1 + places.length) * 2 * 5 + 2 + 1)
      .and.include('own.html');
    await copyTo(folder, [closed]).look();
    expect((await readdir(folder)).sort()).to.deep.equal([MANIFEST, 'itcentrum', 'robots.txt']);
    expect(await readdir(join(folder, 'itcentrum'))).to.deep.equal(['own.html']);
    expect(logged).to.deep.equal([]);
  });

  it('says that it is a copy, and as of when, and leads to the original', async () => {
    await copy.look();
    for (const name of ['index.html', 'itcentrum/index.html', 'itcentrum/site-tierp.index.html'])
      expect(await read(name), name).to.contain(
        'Det här är en kopia, skriven fredag 28 oktober 2022 kl. 12:00.',
      );
    expect(await read('itcentrum/site-tierp.en.index.html')).to.contain(
      'This is a copy, written Friday 28 October 2022 at 12:00.',
    );
    expect(await read('itcentrum/index.html')).to.contain('href="https://bot.example.org/status/itcentrum"');
  });

  it('links only to files that are there, and runs no script', async () => {
    await copy.look();
    const files = await readdir(join(folder, 'itcentrum'));
    for (const name of files.filter((each) => each.endsWith('index.html'))) {
      const page = await read(`itcentrum/${name}`);
      expect(page).to.not.contain('<script');
      for (const [, href = ''] of page.matchAll(/href="([^"#]+)[^"]*"/g))
        expect(
          href.startsWith('https://bot.example.org/') || files.includes(href),
          `${name}: ${href}`,
        ).to.equal(true);
    }
    expect(await read('index.html')).to.contain('href="itcentrum/index.html"');
  });

  it('is written anew when a notice changes and when something begins or ends, and else not at all', async () => {
    await copy.look();
    await writeFile(join(folder, 'itcentrum/index.html'), 'mine');
    clock('2022-10-28T23:59');
    await copy.look();
    expect(await read('itcentrum/index.html')).to.equal('mine');
    clock('2022-10-29T10:00');
    await copy.look();
    expect(await read('itcentrum/index.html')).to.contain('Planerat arbete pågår.');
    notices = notices.map((notice) =>
      commanded(itcentrum, notice, { do: 'cancel', text: {} }, '2022-10-29T10:05'),
    );
    clock('2022-10-29T10:05');
    await copy.look();
    expect(await read('itcentrum/index.html'))
      .to.contain('Inställt arbete')
      .and.contain('kl. 10:05');
  });

  it('says once that it cannot be written, tries again, and says that it is written again', async () => {
    const broken = join(folder, 'file');
    await writeFile(broken, '');
    copy = copyTo(broken);
    await copy.look();
    await copy.look();
    expect(logged).to.have.length(1);
    expect(logged[0]).to.match(/^the copy of the status pages cannot be written; see that/);
    await rm(broken);
    await copy.look();
    expect(logged.slice(1)).to.deep.equal(['the copy of the status pages is written again']);
    expect(await readdir(broken)).to.include('index.html');
  });
});
