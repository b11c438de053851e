import { expect } from 'chai';
import { readPdf } from '../support/pdf.ts';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';

describe('the service as a process', function () {
  this.timeout(60_000);
  let service: ServiceProcess;

  before(async () => {
    service = await ServiceProcess.start({ DRIFTVAKT_CLOCK: '2026-12-24T10:00:00+01:00' });
  });
  after(() => service.stop());

  const get = (path: string) => fetch(new URL(path, service.address));
  const linkTo = (organisation: string) =>
    new URL(driftvakt(['link', '--org', organisation, '--base', service.address]).out.trim());

  it('is healthy and ready', async () => {
    expect((await get('/healthz')).status).to.equal(200);
    expect((await get('/readyz')).status).to.equal(200);
  });

  it('tells its figures to this machine, and counts what it answers', async () => {
    await get('/who/harjedalen');
    const figures = await (await get('/metrics')).text();
    expect(figures).to.include('driftvakt_store_up 1\n').and.include('driftvakt_events_waiting 0\n');
    expect(figures).to.match(
      /^driftvakt_http_requests_total\{method="GET",route="\/who\/:org",status="200"\} \d+$/m,
    );
    const passedOn = await fetch(new URL('/metrics', service.address), {
      headers: { 'X-Forwarded-For': '203.0.113.7' },
    });
    expect(passedOn.status).to.equal(403);
  });

  it('lists every organisation at the way in', async () => {
    const page = await (await get('/')).text();
    for (const name of [
      'Falkenbergs kommun',
      'Härjedalens kommun',
      'IT-centrum',
      'Kivido',
      'Porsanger kommune',
    ])
      expect(page).to.include(name);
  });

  it('gives the emergency pack to whoever may see the routines', async () => {
    const open = await get('/routine/porsanger/pack.pdf?lang=en');
    expect([open.status, open.headers.get('content-type')]).to.deep.equal([200, 'application/pdf']);
    const { pages } = await readPdf(new Uint8Array(await open.arrayBuffer()));
    expect(pages[0]).to.include('Emergency pack').and.include(`${service.address}routine/porsanger?lang=en`);
    expect(pages.join(' ')).to.not.match(/\+?4700000\d{3}/);
    expect((await get('/routine/kivido/pack.pdf')).status).to.equal(403);
    expect((await get('/routine/nowhere/pack.pdf')).status).to.equal(404);
    const key = linkTo('kivido').searchParams.get('key');
    expect((await get(`/routine/kivido/pack.pdf?key=${key}`)).status).to.equal(200);
  });

  it('tells whoever scanned a copy whether it still holds, and prints the code', async () => {
    const page = await (await get('/routine/porsanger?lang=en&printed=22222')).text();
    const [, version] = /Now version (\w+) holds/.exec(page) ?? [];
    expect(page).to.include('<svg').and.include(`version ${version}, printed`);
    const current = await (await get(`/routine/porsanger?lang=en&printed=${version}`)).text();
    expect(current).to.include(`Your copy is the current one: version ${version}.`);
    expect(await (await get('/routine/porsanger?printed=%3Cb%3E')).text()).to.not.include('class="notice"');
  });

  it('answers by the clock that it was given', async () => {
    const page = await (await get('/who/harjedalen')).text();
    expect(page).to.include('Halvdag: svarar till 12:00.').and.to.include('href="tel:+4600000001"');
  });

  it('answers in another language and for another moment, with an offset or without', async () => {
    for (const at of ['2026-12-25T10:00', '2026-12-25T09:00:00Z', '2026-12-25T10:00:00+01:00']) {
      const page = await (await get(`/who/harjedalen?lang=en&at=${encodeURIComponent(at)}`)).text();
      expect(page, at).to.include('Closed now (public holiday). Opens Monday at 08:00.');
    }
  });

  it('never shows direct numbers to everybody, and shows them to who has the link', async () => {
    const query = 'class=critical&at=2026-11-23T10:00';
    const open = await (await get(`/who/porsanger?${query}`)).text();
    expect(open)
      .to.include('IT-leder')
      .and.to.not.match(/\+?4700000\d{3}/);
    const link = linkTo('porsanger');
    const full = await (await fetch(`${link}&${query}`)).text();
    for (const phone of ['+4700000001', '+4700000002', '+4700000003', '+4700000004', '+4700000005'])
      expect(full).to.include(`tel:${phone}`);
  });

  it('opens a page by link only to who has the right key', async () => {
    expect((await get('/who/kivido')).status).to.equal(403);
    expect((await get(`/who/kivido?key=${linkTo('porsanger').searchParams.get('key')}`)).status).to.equal(
      403,
    );
    expect((await get('/who/kivido?key=x')).status).to.equal(403);
    expect((await fetch(linkTo('kivido'))).status).to.equal(200);
  });

  it('prints the routines with numbers, version and date, and keeps direct numbers for the link', async () => {
    const page = await (await get('/routine/falkenberg')).text();
    expect(page).to.include('Skriv ut innevarande vecka.').and.to.include('tel:+46200443000');
    expect(page).to.match(
      /Falkenbergs kommun, version [2-9A-Z]{5}, utskrivet torsdag 24 december 2026 kl\. 10:00/,
    );
    expect(await (await get('/routine/porsanger')).text()).to.not.match(/\+?4700000\d{3}/);
    const link = driftvakt([
      'link',
      '--org',
      'porsanger',
      '--page',
      'routine',
      '--base',
      service.address,
    ]).out.trim();
    expect(await (await fetch(link)).text()).to.include('tel:+4700000001');
    expect((await get('/routine/nowhere')).status).to.equal(404);
    expect((await get('/routine/kivido')).status).to.equal(403);
  });

  it('answers bad input with a page that names the field and what may be chosen', async () => {
    const cases = {
      'class=urgent': /unknown class .*critical, normal/,
      'service=x': /unknown service .*mobile-phone/,
      'site=x': /unknown site/,
      'role=x': /unknown role/,
      'at=soon': /2026-12-24T10:00/,
    };
    for (const [query, message] of Object.entries(cases)) {
      const response = await get(`/who/harjedalen?${query}`);
      expect(response.status, query).to.equal(400);
      expect(await response.text(), query).to.match(message);
    }
  });

  it('never makes markup of what it is given', async () => {
    const response = await get(`/who/harjedalen?service=${encodeURIComponent('<script>alert(1)</script>')}`);
    expect(await response.text())
      .to.include('&lt;script&gt;')
      .and.to.not.include('<script>');
  });

  it('says that a page does not exist, for an unknown organisation and an unknown address', async () => {
    expect((await get('/who/nowhere')).status).to.equal(404);
    expect((await get('/nothing')).status).to.equal(404);
    expect((await get(`/who/harjedalen?x=${'y'.repeat(3000)}`)).status).to.equal(414);
  });

  it('lets nothing be kept, framed, or run', async () => {
    const { headers } = await get('/who/harjedalen');
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(headers.get('content-security-policy'))
      .to.include("default-src 'none'")
      .and.to.include("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
  });

  it('keeps keys out of the log', async () => {
    const key = linkTo('kivido').searchParams.get('key') ?? '';
    await fetch(linkTo('kivido'));
    expect(service.printed).to.not.include(key);
  });

  it('ends cleanly when it is asked to', async () => {
    const other = await ServiceProcess.start();
    await fetch(other.address);
    expect(await other.stop()).to.equal(0);
  });
});

describe('the service that must not start', function () {
  this.timeout(60_000);

  it('names every wrong variable at once', () => {
    const { code, err } = driftvakt(['serve'], { PORT: 'x', LOG_LEVEL: 'loud', DRIFTVAKT_CLOCK: 'noon' });
    expect(code).to.equal(2);
    for (const name of ['PORT', 'LOG_LEVEL', 'DRIFTVAKT_CLOCK'])
      expect(err).to.match(new RegExp(`^${name} is`, 'm'));
  });

  it('refuses placeholders and a set clock in production', () => {
    const { code, err } = driftvakt(['serve'], { NODE_ENV: 'production' });
    expect(code).to.equal(1);
    expect(err).to.include('contacts.switchboard.phone is +4600000001, a placeholder');
    expect(
      driftvakt(['serve'], { NODE_ENV: 'production', DRIFTVAKT_CLOCK: '2026-01-01T00:00Z' }).err,
    ).to.include('DRIFTVAKT_CLOCK is refused in production');
  });

  it('says which folder holds no playbook, and which port is taken', async () => {
    expect(driftvakt(['serve'], { DRIFTVAKT_PLAYBOOKS: 'nowhere' }).err).to.include('nowhere');
    const running = await ServiceProcess.start();
    const { port } = new URL(running.address);
    const second = driftvakt(['serve'], { PORT: port });
    await running.stop();
    expect(second.code).to.equal(2);
    expect(second.err).to.include(`PORT ${port}`);
  });
});
