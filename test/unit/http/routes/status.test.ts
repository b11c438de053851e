import { expect } from 'chai';
import { FEEDS } from '../../../../src/http/status/links.ts';
import { Networks } from '../../../../src/http/status/networks.ts';
import { outageNotice } from '../../../support/notices.ts';
import { commanded, keepNotice, scenarioE } from '../../../support/notices-kept.ts';
import { shipped } from '../../../support/playbooks.ts';
import { StatusServer } from '../../../support/status-server.ts';

const itcentrum = shipped('itcentrum');
const porsanger = shipped('porsanger');
const PATHS = ['', ...FEEDS.map((name) => `/${name}`)];
const OUTSIDE = new Networks([{ address: '192.0.2.0', prefix: 24, family: 'ipv4' }]);

describe('GET /status', () => {
  let server: StatusServer;
  afterEach(() => server.stop());
  const pages = (of: typeof porsanger, status: 'everybody' | 'link' | 'nobody') => ({
    ...of,
    pages: { ...of.pages, status },
  });

  describe('of scenario E', () => {
    beforeEach(async () => {
      server = await StatusServer.start([itcentrum, porsanger]);
      await keepNotice(server.store, scenarioE(itcentrum));
    });

    it('is on both municipalities’ pages, feeds and calendars, and on nobody else’s', async () => {
      server.clock('2022-10-28T12:00');
      for (const path of PATHS)
        for (const site of ['tierp', 'alvkarleby', 'heby', 'knivsta', 'osthammar']) {
          const text = (await server.text(`/status/itcentrum${path}?site=${site}`)).replaceAll('\r\n ', '');
          const isConcerned = site === 'tierp' || site === 'alvkarleby';
          expect(text.includes('Servicefönster i helgen'), `${path} ${site}`).to.equal(isConcerned);
        }
      for (const path of PATHS)
        expect(await server.text(`/status/porsanger${path}`)).to.not.contain('Servicefönster');
    });

    it('shows each municipality its own parts with their own times, and the support hours', async () => {
      server.clock('2022-10-28T12:00');
      const [tierp, alvkarleby] = [
        await server.text('/status/itcentrum/tierp'),
        await server.text('/status/itcentrum?site=alvkarleby'),
      ];
      expect(tierp).to.contain('lördag 29 oktober 10–14').and.contain('lördag 29 oktober 12–14');
      expect(tierp).to.not.contain('söndag 30 oktober 10–13');
      expect(alvkarleby).to.contain('söndag 30 oktober 10–13').and.contain('Treserva, TES');
      expect(alvkarleby).to.not.contain('10–14');
      for (const page of [tierp, alvkarleby]) expect(page).to.contain('lördag 29 oktober 10–16, per telefon');
    });

    it('changes at the minute at which a part begins and ends, without anybody’s doing', async () => {
      const headline = async (local: string) => {
        server.clock(local);
        return /<p class="status (\w+)">/.exec(await server.text('/status/itcentrum/alvkarleby'))?.[1];
      };
      expect(await headline('2022-10-30T09:59:59')).to.equal('open');
      expect(await headline('2022-10-30T10:00')).to.equal('limited');
      expect(await headline('2022-10-30T12:59:59')).to.equal('limited');
      expect(await headline('2022-10-30T13:00')).to.equal('open');
    });
  });

  it('is right the moment a notice is kept, changed, and taken back', async () => {
    server = await StatusServer.start([porsanger]);
    const outage = outageNotice({ id: 'A1', title: { nb: 'Nettet er nede' } });
    expect(await server.text('/status/porsanger')).to.contain('Alt virker');
    await keepNotice(server.store, outage);
    expect(await server.text('/status/porsanger'))
      .to.contain('Vi har driftsforstyrrelser')
      .and.contain('Nettet er nede');
    const update = { do: 'update', text: { nb: 'En graver har tatt kabelen.' }, important: true } as const;
    const told = commanded(porsanger, outage, update, '2026-11-23T10:00');
    await keepNotice(server.store, told);
    expect(await server.text('/status/porsanger')).to.contain('En graver har tatt kabelen.');
    await keepNotice(server.store, commanded(porsanger, told, { do: 'recall' }, '2026-11-23T10:00'));
    const page = await server.text('/status/porsanger');
    expect(page).to.contain('Trukket tilbake: Nettet er nede').and.not.contain('En graver');
  });

  it('lists the organisations whose page is open to everybody, each with how it is there', async () => {
    server = await StatusServer.start([itcentrum, porsanger, pages(shipped('kivido'), 'link')]);
    await keepNotice(server.store, outageNotice());
    const page = await server.text('/status?lang=en');
    expect(page).to.contain('href="/status/itcentrum"').and.contain('Allt fungerar, så vitt vi vet.');
    expect(page).to.contain('href="/status/porsanger"').and.contain('Vi har driftsforstyrrelser');
    expect(page).to.not.contain('kivido');
    expect(page).to.contain('Operating status of all organisations');
  });

  it('opens by link, keeps the key on every address, and lets no cache have it', async () => {
    server = await StatusServer.start([pages(porsanger, 'link')]);
    const key = server.key('porsanger');
    for (const path of PATHS) {
      expect((await server.fetch(`/status/porsanger${path}`)).status).to.equal(403);
      expect((await server.fetch(`/status/porsanger${path}?key=${key.slice(1)}x`)).status).to.equal(403);
      const response = await server.fetch(`/status/porsanger${path}?key=${key}`);
      expect(response.status, path).to.equal(200);
      expect(response.headers.get('cache-control')).to.equal('private, no-store');
      expect(response.headers.get('access-control-allow-origin')).to.equal(null);
    }
    const page = await server.text(`/status/porsanger?key=${key}`);
    const links = [...page.matchAll(/href="(\/status\/[^"]+)"/g)].map(([, href]) => href ?? '');
    expect(links).to.have.length.greaterThan(5);
    for (const link of links) expect(link).to.contain(`key=${key}`);
    expect(await server.text(`/status/porsanger/feed.atom?key=${key}`)).to.contain(
      `https://bot.example.org/status/porsanger?key=${key}`,
    );
  });

  it('shows one reader’s key to nobody else', async () => {
    server = await StatusServer.start([porsanger]);
    const key = server.key('porsanger');
    expect(await server.text(`/status/porsanger?key=${key}`)).to.contain(key);
    expect(await server.text('/status/porsanger')).to.not.contain(key);
  });

  it('opens from other networks only with the link', async () => {
    server = await StatusServer.start([porsanger], { networks: OUTSIDE });
    for (const path of ['/status', '/status/porsanger', '/status/porsanger/feed.atom'])
      expect((await server.fetch(path)).status, path).to.equal(403);
    const spoofed = await server.fetch('/status/porsanger', { headers: { 'X-Forwarded-For': '192.0.2.1' } });
    expect(spoofed.status).to.equal(403);
    const linked = await server.fetch(`/status/porsanger?key=${server.key('porsanger')}`);
    expect([linked.status, linked.headers.get('cache-control')]).to.deep.equal([200, 'private, no-store']);
  });

  it('leads to notices by mail where there is mail', async () => {
    server = await StatusServer.start([porsanger], { hasMail: true });
    expect(await server.text('/status/porsanger?lang=en')).to.contain(
      'href="/status/porsanger/subscribe?lang=en"',
    );
    await server.stop();
    server = await StatusServer.start([porsanger]);
    expect(await server.text('/status/porsanger')).to.not.contain('/subscribe');
  });

  it('says what is wrong with an address', async () => {
    server = await StatusServer.start([itcentrum, pages(porsanger, 'nobody')]);
    const wrong: Record<string, [number, string]> = {
      '/status/nowhere': [404, 'There is no organisation'],
      '/status/porsanger': [404, 'viser ikke denne siden'],
      '/status/itcentrum/atlantis': [404, 'ingen plats ”atlantis”'],
      '/status/itcentrum?site=%3Cb%3E&lang=en': [404, 'no place “&lt;b&gt;”'],
      '/status/itcentrum/feed.atom?site=atlantis': [404, 'atlantis'],
      '/status/itcentrum/tierp/x': [404, 'no such page'],
      '/status/%00': [404, 'no organisation'],
      [`/status/itcentrum?site=${'x'.repeat(2000)}`]: [414, '2000'],
    };
    for (const [path, [status, words]] of Object.entries(wrong)) {
      const response = await server.fetch(path);
      expect(response.status, path).to.equal(status);
      expect(await response.text(), path).to.contain(words);
    }
  });

  it('is not shown as it was when it cannot be read any more', async () => {
    server = await StatusServer.start([porsanger]);
    expect((await server.fetch('/status/porsanger')).status).to.equal(200);
    await server.store.close();
    const response = await server.fetch('/status/porsanger');
    expect(response.status).to.equal(503);
    expect(await response.text()).to.contain('Statusen kan ikke leses akkurat nå');
    expect((await server.fetch('/status')).status).to.equal(503);
  });
});

describe('what caches are told of /status', () => {
  let server: StatusServer;
  beforeEach(async () => {
    server = await StatusServer.start([itcentrum]);
    await keepNotice(server.store, scenarioE(itcentrum));
    server.clock('2022-10-28T12:00');
  });
  afterEach(() => server.stop());

  for (const path of PATHS.map((each) => `/status/itcentrum${each}`)) {
    it(`answers 304 to who has ${path} already, until it says something else`, async () => {
      const first = await server.fetch(path);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).to.match(/^W\/"[0-9a-f]{22}"$/);
      server.clock('2022-10-28T12:00:30');
      for (const known of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
        const again = await server.fetch(path, { headers: { 'If-None-Match': known } });
        expect([again.status, await again.text()], known).to.deep.equal([304, '']);
        expect(again.headers.get('etag')).to.equal(etag);
      }
      expect((await server.fetch(path, { headers: { 'If-None-Match': '"x"' } })).status).to.equal(200);
      server.clock('2022-10-29T10:00');
      const window = commanded(
        itcentrum,
        scenarioE(itcentrum),
        { do: 'cancel', text: {} },
        '2022-10-29T10:00',
      );
      await keepNotice(server.store, window);
      expect((await server.fetch(path, { headers: { 'If-None-Match': etag } })).status).to.equal(200);
    });
  }

  it('compares times only when it is safe: never within the second in which something changed', async () => {
    const path = '/status/itcentrum/feed.atom';
    expect((await server.fetch(path)).headers.get('last-modified')).to.equal(null);
    server.clock('2022-10-28T12:00:01');
    const modified = (await server.fetch(path)).headers.get('last-modified');
    expect(modified).to.equal('Fri, 28 Oct 2022 10:00:00 GMT');
    const since = (text: string) => ({ headers: { 'If-Modified-Since': text } });
    expect((await server.fetch(path, since(String(modified)))).status).to.equal(304);
    expect((await server.fetch(path, since('Fri, 28 Oct 2022 09:59:59 GMT'))).status).to.equal(200);
    expect((await server.fetch(path, since('yesterday'))).status).to.equal(200);
    const both = { 'If-None-Match': '"x"', 'If-Modified-Since': String(modified) };
    expect((await server.fetch(path, { headers: both })).status).to.equal(200);
  });

  it('lets what everybody may see be kept for seconds, and never beyond the next change', async () => {
    const control = async () => (await server.fetch('/status/itcentrum')).headers.get('cache-control');
    expect(await control()).to.equal('public, max-age=15');
    server.clock('2022-10-29T09:59:52');
    expect(await control()).to.equal('public, max-age=8');
    server.clock('2022-10-29T09:59:59.9');
    expect(await control()).to.equal('public, max-age=0');
  });

  it('answers HEAD like GET, without the body', async () => {
    server.clock('2022-10-28T12:00:30');
    const heads = [...PATHS.map((path) => `/status/itcentrum${path}`), '/status', '/status/live.js'];
    for (const path of heads) {
      const [get, head] = [await server.fetch(path), await server.fetch(path, { method: 'HEAD' })];
      expect([head.status, await head.text()], path).to.deep.equal([200, '']);
      for (const name of [
        'content-type',
        'content-length',
        'etag',
        'cache-control',
        'content-security-policy',
      ])
        expect(head.headers.get(name), `${path} ${name}`).to.equal(get.headers.get(name));
      await get.text();
    }
  });

  it('names each type, sniffs none, and lets other sites show only the feeds', async () => {
    const types = [
      'text/html; charset=utf-8',
      'application/atom+xml; charset=utf-8',
      'application/rss+xml; charset=utf-8',
    ];
    const all = [...types, 'text/calendar; charset=utf-8', 'application/json'];
    for (const [i, path] of PATHS.entries()) {
      const { headers } = await server.fetch(`/status/itcentrum${path}`);
      expect(headers.get('content-type')).to.equal(all[i]);
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
      expect(headers.get('referrer-policy')).to.equal('no-referrer');
      expect(headers.get('access-control-allow-origin')).to.equal(path === '' ? null : '*');
    }
    const { headers } = await server.fetch('/status/itcentrum');
    expect(headers.get('content-security-policy')).to.match(
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
  });
});
