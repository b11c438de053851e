import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { runHere, temporaryFiles } from '../../../support/run-here.ts';
import { driftvakt } from '../../../support/service-process.ts';

const APP = '1c2d3e4f-1111-2222-3333-444455556666';
const HOST = 'bot.example.org';
const WEBSITE = ['--website', 'https://www.example.org/it'];

describe('driftvakt package --teams', () => {
  const file = temporaryFiles('package');
  const pack = (out: string, words: readonly string[], environment: Record<string, string> = {}) =>
    runHere(['package', '--teams', '--out', out, ...words], environment);
  const manifest = (name: string) =>
    JSON.parse(strFromU8(unzipSync(readFileSync(file(name)))['manifest.json'] ?? new Uint8Array()));

  it('packs the manifest, the languages and the icons, and says where messages go', async () => {
    const packed = await pack(file('app.zip'), ['--app-id', APP, '--host', HOST, ...WEBSITE]);
    expect([packed.code, packed.err]).to.deep.equal([0, '']);
    expect(packed.out).to.include(APP).and.to.include('https://bot.example.org/api/messages');
    const files = unzipSync(readFileSync(file('app.zip')));
    expect(Object.keys(files)).to.deep.equal([
      'manifest.json',
      'sv.json',
      'nb.json',
      'nn.json',
      'nl.json',
      'color.png',
      'outline.png',
    ]);
    expect(files['color.png']).to.deep.equal(
      new Uint8Array(readFileSync(new URL('../../../../manifests/teams/color.png', import.meta.url))),
    );
    expect(manifest('app.zip')).to.include({ id: APP });
    expect(manifest('app.zip').developer.privacyUrl).to.equal('https://www.example.org/it');
  });

  it('takes the id from the environment, and an id given before it', async () => {
    const environment = { MicrosoftAppId: APP.toUpperCase() };
    await pack(file('env.zip'), ['--host', HOST], environment);
    expect(manifest('env.zip').bots[0].botId).to.equal(APP);
    const other = APP.replace('1c', '2d');
    await pack(file('given.zip'), ['--host', HOST, '--app-id', other], environment);
    expect(manifest('given.zip').bots[0].botId).to.equal(other);
  });

  it('prints JSON and nothing else on request, and says on the side what would lead nowhere', async () => {
    const words = ['--app-id', APP, '--host', 'Bot.Example.org', '--name', 'Vakt', '--app-version', '2.0.1'];
    const { code, out, err } = await pack(file('json.zip'), [...words, '--json']);
    expect(code).to.equal(0);
    expect(JSON.parse(out)).to.include({
      out: file('json.zip'),
      bytes: readFileSync(file('json.zip')).length,
      appId: APP,
      host: HOST,
      name: 'Vakt',
      version: '2.0.1',
      endpoint: 'https://bot.example.org/api/messages',
    });
    expect(err).to.match(/^note: no --website .*\n$/);
  });

  it('gives the same bytes for the same input, whatever the time zone', () => {
    const zips = ['UTC', 'America/St_Johns', 'Pacific/Kiritimati'].map((TZ, i) => {
      const out = file(`zone-${i}.zip`);
      const words = ['package', '--teams', '--app-id', APP, '--host', HOST, '--out', out];
      expect(driftvakt(words, { TZ }).code).to.equal(0);
      return readFileSync(out).toString('base64');
    });
    expect(new Set(zips).size).to.equal(1);
  }).timeout(30_000);

  it('never overwrites a file, unless it is told to', async () => {
    writeFileSync(file('kept.zip'), 'mine');
    const words = ['--app-id', APP, '--host', HOST, ...WEBSITE];
    const refused = await pack(file('kept.zip'), words);
    expect([refused.code, refused.out]).to.deep.equal([2, '']);
    expect(refused.err).to.match(/^error: --out ".*kept\.zip" exists; .*--force\n$/);
    expect(readFileSync(file('kept.zip'), 'utf8')).to.equal('mine');
    expect((await pack(file('kept.zip'), [...words, '--force'])).code).to.equal(0);
    expect(manifest('kept.zip').id).to.equal(APP);
  });

  const faults: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no id', ['--host', HOST], /no app id; give --app-id, or set MicrosoftAppId/],
    ['no host', ['--app-id', APP], /--host/],
    ['an id that is none', ['--app-id', 'abc', '--host', HOST], /--app-id "abc" is no app id/],
    ['an empty id', ['--app-id', '', '--host', HOST], /--app-id "" is no app id/],
    ['the id of nobody', ['--app-id', APP.replaceAll(/[^-]/g, '0'), '--host', HOST], /is no app id/],
    ['an address as host', ['--app-id', APP, '--host', 'https://a.example'], /alone, without https/],
    ['a host with a port', ['--app-id', APP, '--host', 'a.example:443'], /is no public host name/],
    ['a host of this machine', ['--app-id', APP, '--host', 'localhost'], /is no public host name/],
    ['an IP address', ['--app-id', APP, '--host', '10.0.0.1'], /is no public host name/],
    ['an empty name', ['--app-id', APP, '--host', HOST, '--name', ' '], /--name is empty/],
    ['a long name', ['--app-id', APP, '--host', HOST, '--name', 'x'.repeat(31)], /31 .* at most 30/],
    ['a name of two lines', ['--app-id', APP, '--host', HOST, '--name', 'a\nb'], /one line of plain text/],
    ['a version', ['--app-id', APP, '--host', HOST, '--app-version', '1.0'], /--app-version "1\.0"/],
    ['http', ['--app-id', APP, '--host', HOST, '--privacy', 'http://a.example'], /write it with https/],
    ['a word too many', ['--app-id', APP, '--host', HOST, 'slack'], /argument/],
  ];
  for (const [what, words, message] of faults) {
    it(`refuses in one line: ${what}`, async () => {
      const { code, out, err } = await pack(file('never.zip'), words);
      expect([code, out]).to.deep.equal([2, '']);
      expect(err)
        .to.match(/^error: [^\n]+\n$/)
        .and.match(message);
      expect(() => readFileSync(file('never.zip'))).to.throw('ENOENT');
    });
  }

  it('refuses a folder that is not there, a folder in place of a file, and no file at all', async () => {
    const words = ['--app-id', APP, '--host', HOST];
    expect((await pack(file('none/app.zip'), words)).err).to.include('cannot be written (ENOENT)');
    expect((await pack(file(''), [...words, '--force'])).err).to.include('cannot be written (EISDIR)');
    expect((await pack('', words)).err).to.equal('error: --out is empty; name a new file\n');
  });
});
