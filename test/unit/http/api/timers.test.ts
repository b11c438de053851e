import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Server } from 'restify';
import { operatorToken } from '../../../../src/http/api/operator.ts';
import { type ApiTimers, timerApi } from '../../../../src/http/api/timers.ts';
import { toolToken } from '../../../../src/http/api/tool.ts';
import { LinkKeys } from '../../../../src/http/link-key.ts';
import { createHttpServer } from '../../../../src/http/server.ts';
import { shipped } from '../../../support/playbooks.ts';

const keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
const playbooks = new Map((['itcentrum', 'kivido'] as const).map((name) => [name, shipped(name)]));
const NOW = Temporal.Instant.from('2026-11-27T09:00:00+01:00');

const timer = {
  ...{ id: 'tick/notice/itcentrum/N1', organisation: 'itcentrum', conversation: 'notice/itcentrum/N1' },
  ...{
    kind: 'tick',
    does: 'sees to what falls due',
    dueAt: NOW.epochMilliseconds,
    overdue: false,
    fault: null,
  },
};

describe('the HTTP API for timers', () => {
  let server: Server;
  let home: string;
  const asked: object[] = [];
  const timers: ApiTimers = {
    async list(search) {
      asked.push(search);
      return { timers: [timer], next: '5/7' };
    },
    setAside: async () => [{ id: 'event/x', conversation: 'web/itcentrum/a', at: NOW.epochMilliseconds }],
    async cancel({ id }) {
      if (id === 'kept') return { outcome: 'kept', why: 'it is how a notice goes out' };
      return id === timer.id ? { outcome: 'cancelled', timer } : { outcome: 'unknown' };
    },
  };
  before(async () => {
    server = createHttpServer({
      ...{ playbooks, clock: { now: () => NOW }, keys, log: pino({ level: 'silent' }) },
      ready: async () => undefined,
      routes: timerApi({ playbooks, keys, timers }),
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  const token = operatorToken(keys, 'itcentrum');
  const ask = async (path: string, body?: object, authorization = `Bearer ${token}`) => {
    const response = await fetch(home + path, {
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  };

  it('lists what waits, with the time as the organisation writes it', async () => {
    const { status, answer } = await ask('/api/itcentrum/timers?kind=tick&limit=7&after=1/2');
    expect(status).to.equal(200);
    expect(answer).to.deep.equal({
      timers: [{ ...timer, dueAt: '2026-11-27T09:00:00+01:00' }],
      next: '5/7',
      setAside: [{ id: 'event/x', conversation: 'web/itcentrum/a', at: '2026-11-27T09:00:00+01:00' }],
    });
    expect(asked.at(-1)).to.deep.equal({ organisation: 'itcentrum', limit: 7, kind: 'tick', after: '1/2' });
  });

  it('cancels, or says why not', async () => {
    const cancel = (id: unknown) => ask('/api/itcentrum/timers/cancel', { id });
    expect((await cancel(timer.id)).answer).to.have.property('cancelled');
    expect((await cancel('other')).status).to.equal(404);
    expect((await cancel('kept')).answer).to.deep.equal({
      error: 'It cannot be cancelled: it is how a notice goes out.',
    });
    expect((await cancel(7)).status).to.equal(400);
  });

  it('is for the operator of this organisation only', async () => {
    for (const wrong of [
      operatorToken(keys, 'kivido'),
      toolToken(keys, 'itcentrum', 'command-line'),
      toolToken(keys, 'itcentrum', 'operator'),
      '',
    ])
      expect((await ask('/api/itcentrum/timers', undefined, `Bearer ${wrong}`)).status).to.equal(401);
    expect((await ask('/api/nobody/timers')).status).to.equal(404);
  });

  it('refuses what cannot be read', async () => {
    for (const query of ['limit=0', 'limit=x', 'limit=500', 'after=x'])
      expect((await ask(`/api/itcentrum/timers?${query}`)).status, query).to.equal(400);
  });
});
