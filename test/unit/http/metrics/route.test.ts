import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { Instruments, type StoreReading } from '../../../../src/http/metrics/instruments.ts';
import { metricsRoute } from '../../../../src/http/metrics/route.ts';

const NOW = Date.UTC(2026, 10, 27, 12);
const TOKEN = 'a-token-of-at-least-32-characters';
const READING: StoreReading = {
  health: {
    ...{ waitingEvents: 3, oldestWaiting: NOW - 4000, pending: 5, sending: 1, ambiguous: 0, failed: 2 },
    bytes: 8192,
  },
  nextTimer: NOW - 1500,
  jobs: [{ queue: 'soon', state: 'waiting', count: 7 }],
};

describe('the figures at /metrics', () => {
  let server: Server;
  let address: string;
  let reading: () => Promise<StoreReading>;
  let instruments: Instruments;
  let token: string | undefined;
  beforeEach(async () => {
    [reading, token, instruments] = [async () => READING, undefined, new Instruments()];
    server = createServer((request, response) => {
      const parts = { instruments, token, reading: () => reading(), now: () => NOW };
      void metricsRoute(parts).handle(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
  });
  afterEach(() => void server.close());

  const asked = async (headers: Record<string, string> = {}) => {
    const response = await fetch(address, { headers });
    return { status: response.status, text: await response.text() };
  };
  /** The lines of our own, without their comments. */
  const own = (text: string) => text.split('\n').filter((line) => /^driftvakt_/.test(line));

  it('say how the store is at this instant', async () => {
    const { status, text } = await asked();
    expect(status).to.equal(200);
    expect(own(text)).to.include.members([
      'driftvakt_store_up 1',
      'driftvakt_events_waiting 3',
      'driftvakt_oldest_event_seconds 4',
      'driftvakt_timer_overdue_seconds 1.5',
      'driftvakt_store_bytes 8192',
      'driftvakt_deliveries{state="pending"} 5',
      'driftvakt_deliveries{state="failed"} 2',
      'driftvakt_jobs{queue="soon",state="waiting"} 7',
    ]);
    expect(text).to.match(/^nodejs_eventloop_lag_seconds /m);
    expect(text).to.match(/^process_resident_memory_bytes /m);
  });

  it('say nothing of a store that cannot be used but that', async () => {
    await asked();
    reading = () => Promise.reject(new Error('gone'));
    const { status, text } = await asked();
    expect(status).to.equal(200);
    // What was counted before is as true as it was.
    const now = own(text).filter((line) => !line.startsWith('driftvakt_timer_late_seconds'));
    expect(now).to.deep.equal(['driftvakt_store_up 0']);
  });

  it('count what happened', async () => {
    instruments.received('teams', 'new');
    instruments.received('teams', 'new');
    instruments.committed('slack', 'conflict');
    instruments.settled('slack', 'sent');
    instruments.answered('GET', '/who/:org', 200);
    instruments.called('commit', 0.004, null);
    instruments.called('commit', 0.004, 'io');
    expect(own((await asked()).text)).to.include.members([
      'driftvakt_events_received_total{channel="teams",outcome="new"} 2',
      'driftvakt_commits_total{channel="slack",outcome="conflict"} 1',
      'driftvakt_deliveries_settled_total{channel="slack",state="sent"} 1',
      'driftvakt_http_requests_total{method="GET",route="/who/:org",status="200"} 1',
      'driftvakt_store_seconds_bucket{le="0.005",method="commit"} 2',
      'driftvakt_store_seconds_bucket{le="0.0025",method="commit"} 0',
      'driftvakt_store_faults_total{method="commit",code="io"} 1',
    ]);
  });

  it('are for this machine, not for what a proxy on it passes on', async () => {
    for (const name of ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']) {
      const { status, text } = await asked({ [name]: '203.0.113.7' });
      expect(status, name).to.equal(403);
      expect(text).to.include('DRIFTVAKT_METRICS_TOKEN').and.not.include('driftvakt_store_up');
    }
  });

  it('are for whoever has the token, from anywhere', async () => {
    const from = { 'x-forwarded-for': '203.0.113.7' };
    const statusWith = async (given: string) => (await asked({ ...from, authorization: given })).status;
    expect(await statusWith(`Bearer ${TOKEN}`)).to.equal(403);
    token = TOKEN;
    expect(await statusWith(`Bearer ${TOKEN}`)).to.equal(200);
    expect(await statusWith(`Bearer ${TOKEN}x`)).to.equal(403);
    expect(await statusWith('Basic eA==')).to.equal(403);
    expect((await asked({ authorization: 'Bearer wrong' })).status, 'a wrong one from here').to.equal(403);
  });
});
