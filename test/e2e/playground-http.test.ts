import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ServiceProcess } from '../support/service-process.ts';

const EVENT = { id: 'a1', organisation: 'falkenberg', user: 'u1', what: { kind: 'said', text: 'Hej' } };

describe('the playground over HTTP', function () {
  this.timeout(30_000);
  let service: ServiceProcess;

  before(async () => {
    service = await ServiceProcess.start({ DRIFTVAKT_CLOCK: '2026-11-23T10:00:00+01:00' });
  });
  after(() => service.stop());

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${service.address}playground/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('takes an event once, however often it is sent', async () => {
    const outcomes = [];
    for (let i = 0; i < 3; i++) {
      const response = await post(EVENT);
      expect(response.status).to.equal(202);
      outcomes.push(((await response.json()) as { outcome: string }).outcome);
    }
    expect(outcomes).to.deep.equal(['new', 'duplicate', 'duplicate']);
  });

  const wrong: Record<string, readonly [unknown, RegExp]> = {
    'no JSON': ['{', /^the body is not JSON$/],
    'no object': [[1], /^body: /],
    'an unknown organisation': [
      { ...EVENT, organisation: 'nowhere' },
      /^organisation: unknown; choose one of falk/,
    ],
    'an unknown role': [
      { ...EVENT, role: 'king' },
      /^role: unknown; choose one of planner, care-worker, it-service/,
    ],
    'an unknown site': [{ ...EVENT, site: 'x' }, /^site: unknown; choose one of hemtjansten, ullared$/],
    'an id that is none': [{ ...EVENT, id: 'a/b' }, /^id: must be 1 to 64 letters/],
    'an unknown language': [{ ...EVENT, locale: 'de' }, /^locale: /],
    'a clock too far ahead': [{ ...EVENT, ahead: 1e15 }, /^ahead: /],
    'a happening that no page may tell': [{ ...EVENT, what: { kind: 'proposed' } }, /^what\.kind: /],
    'a field that nobody knows': [{ ...EVENT, admin: true }, /admin/],
    'a picture from elsewhere': [
      {
        ...EVENT,
        what: { kind: 'said', text: '', pictures: [{ name: 'x', address: 'https://x.se/a.png' }] },
      },
      /^what\.pictures\.0\.address: must be a PNG/,
    ],
    'a picture with a script in it': [
      {
        ...EVENT,
        what: { kind: 'said', text: '', pictures: [{ name: 'x', address: 'data:image/svg+xml;base64,AA' }] },
      },
      /^what\.pictures\.0\.address: must be a PNG/,
    ],
  };
  for (const [name, [body, message]] of Object.entries(wrong)) {
    it(`answers ${name} with a 400 that names it`, async () => {
      const response = await post(body);
      expect(response.status).to.equal(400);
      expect(((await response.json()) as { error: string }).error).to.match(message);
    });
  }

  it('refuses a body that is too large, and one that is not called JSON', async () => {
    expect((await post(`"${'x'.repeat(1_100_000)}"`)).status).to.equal(413);
    expect((await post(EVENT, { 'Content-Type': 'text/plain' })).status).to.equal(415);
  });

  it('refuses what another web page sends', async () => {
    expect((await post(EVENT, { Origin: 'https://evil.example' })).status).to.equal(403);
    expect((await post(EVENT, { Origin: 'null' })).status).to.equal(403);
    expect((await post(EVENT, { 'Sec-Fetch-Site': 'cross-site' })).status).to.equal(403);
    expect((await post(EVENT, { 'Sec-Fetch-Site': 'same-site' })).status).to.equal(403);
    expect((await post(EVENT, { Origin: new URL(service.address).origin })).status).to.equal(202);
  });

  it('refuses a name that was pointed at this machine', async () => {
    for (const path of [
      'playground/transcript?organisation=falkenberg&user=u1',
      'playground/organisations',
      '',
    ])
      expect(await statusAs('evil.example:3978', path), path).to.equal(403);
    expect(await statusAs('127.0.0.1:3978', 'playground/organisations')).to.equal(200);
    expect(await statusAs('[::1]:3978', 'playground/organisations')).to.equal(200);
  });

  it('lets nothing run or load from elsewhere', async () => {
    const response = await fetch(service.address);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).to.include("default-src 'none'").and.to.include("script-src 'self'");
    expect(policy).to.not.include('unsafe');
    expect(await response.text()).to.not.match(/<script(?![^>]* src=)|<style|\son[a-z]+=|\sstyle=/);
  });

  it('serves its own files and no others', async () => {
    const statusOf = async (path: string) => (await fetch(`${service.address}playground/${path}`)).status;
    expect(await statusOf('client/main.js')).to.equal(200);
    expect(await statusOf('client/views/chat.js')).to.equal(200);
    expect(await statusOf('adaptivecards.min.js')).to.equal(200);
    for (const path of [
      'client/tsconfig.json',
      'playground.ts',
      '..%2f..%2fpackage.json',
      'client/..%2fwire.ts',
    ])
      expect(await statusOf(path), path).to.equal(404);
  });

  it('answers a clock that cannot be read with what can', async () => {
    const response = await fetch(`${service.address}playground/clock?organisation=falkenberg&to=soon`);
    expect(response.status).to.equal(400);
    expect(((await response.json()) as { error: string }).error).to.match(
      /2026-12-24T10:00, or now, night, christmas-eve, next-day/,
    );
  });

  it('speaks the language that the browser asks for, and leads to every page', async () => {
    const page = await (
      await fetch(service.address, { headers: { 'Accept-Language': 'nn-NO,en;q=0.5' } })
    ).text();
    expect(page).to.include('<html lang="nb">').and.to.include('Skriv hva som har skjedd');
    for (const name of ['falkenberg', 'harjedalen', 'itcentrum', 'kivido', 'porsanger'])
      expect(page)
        .to.match(new RegExp(`href="/who/${name}`))
        .and.to.match(new RegExp(`href="/routine/${name}`));
  });

  it('is not there in production', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-production-'));
    copyFileSync('playbooks/falkenberg.yaml', join(folder, 'falkenberg.yaml'));
    const production = await ServiceProcess.start({ NODE_ENV: 'production', DRIFTVAKT_PLAYBOOKS: folder });
    for (const path of ['', 'playground/organisations', 'playground/client/main.js', 'playground/live'])
      expect((await fetch(production.address + path)).status, path).to.equal(404);
    const events = await fetch(`${production.address}playground/events`, { method: 'POST', body: '{}' });
    expect(events.status).to.equal(404);
    await production.stop();
    rmSync(folder, { recursive: true });
  });

  function statusAs(host: string, path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      request(service.address + path, { headers: { Host: host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  }
});
