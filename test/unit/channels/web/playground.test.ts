import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import { LiveReplies } from '../../../../src/channels/web/live.ts';
import type { PlaygroundParts } from '../../../../src/channels/web/parts.ts';
import { playgroundRoutes } from '../../../../src/channels/web/playground.ts';
import type { RenderedReply } from '../../../../src/channels/web/wire.ts';
import { plainText } from '../../../../src/conversation/plain-text/index.ts';
import { StoreError, type StoreErrorCode } from '../../../../src/ports/store/error.ts';
import { shipped } from '../../../support/playbooks.ts';

const EVENT = {
  id: 'a1',
  organisation: 'falkenberg',
  user: 'u1',
  locale: 'en',
  what: { kind: 'said', text: 'Secret words' },
};

function closeAll(server: Server): void {
  server.close();
  server.closeAllConnections();
}

describe('the playground’s routes', () => {
  const servers: Server[] = [];
  let printed: string;
  afterEach(() => {
    for (const server of servers.splice(0)) closeAll(server);
  });

  async function serve(parts: Partial<PlaygroundParts>): Promise<string> {
    printed = '';
    const routes = playgroundRoutes({
      playbooks: new Map([['falkenberg', shipped('falkenberg')]]),
      engine: { accept: async () => ({ outcome: 'new' }), transcript: async () => [] },
      live: new LiveReplies(),
      clock: { now: () => Temporal.Instant.from('2026-11-23T10:00:00+01:00') },
      log: pino({}, { write: (line: string) => (printed += line) }),
      render: {
        text: plainText,
        slack: () => ({ text: '', blocks: [] }),
        teams: () => {
          throw new RangeError('no card');
        },
      },
      ...parts,
    });
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://localhost');
      void routes
        .find(({ method, path }) => method === request.method && path === pathname)
        ?.handle(request, response);
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const refusing = (code: StoreErrorCode) => ({
    engine: { accept: async () => Promise.reject(new StoreError(code, 'why')), transcript: async () => [] },
  });
  const post = (address: string) =>
    fetch(`${address}/playground/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(EVENT),
    });

  it('tells whom to call when an event could not be kept, and logs no words of it', async () => {
    const response = await post(await serve(refusing('disk-full')));
    expect(response.status).to.equal(503);
    const { replies } = (await response.json()) as { replies: RenderedReply[] };
    expect(replies.map(({ message }) => message.kind)).to.deep.equal(['say', 'call']);
    expect(replies[1]?.text).to.include('0346-88 55 55');
    expect(printed).to.not.include('Secret');
  });

  it('does not ask to try again what can never be kept', async () => {
    expect((await post(await serve(refusing('too-large')))).status).to.equal(413);
    expect((await post(await serve(refusing('invalid')))).status).to.equal(400);
  });

  it('answers a fault of the program without its words', async () => {
    const engine = { accept: () => Promise.reject(new Error('Secret')), transcript: async () => [] };
    const response = await post(await serve({ engine }));
    expect(response.status).to.equal(500);
    expect(await response.text()).to.not.include('Secret');
    expect(printed).to.include('"fault":"Error"').and.to.not.include('Secret');
  });

  it('shows the other renderings when one fails', async () => {
    const message = { kind: 'say', language: 'en', choices: [], text: 'Hello', tone: 'plain' } as const;
    const replies = [{ key: '1.1', replaces: null, message }];
    const entry = { id: 'web/falkenberg/u1/a1', at: 0, said: 'Hi', pictures: [], replies };
    const address = await serve({
      engine: { accept: async () => ({ outcome: 'new' }), transcript: async () => [entry] },
    });
    const response = await fetch(`${address}/playground/transcript?organisation=falkenberg&user=u1`);
    const { entries } = (await response.json()) as { entries: { id: string; replies: RenderedReply[] }[] };
    expect(entries[0]?.id).to.equal('a1');
    expect(entries[0]?.replies[0]).to.deep.include({
      text: 'Hello',
      teams: null,
      slack: { text: '', blocks: [] },
    });
    expect(printed).to.include('"rendering":"teams"');
  });

  it('streams replies of the conversation, and of IT’s desk only that there is one', async () => {
    const live = new LiveReplies();
    const address = await serve({ live });
    const stream = await fetch(`${address}/playground/live?organisation=falkenberg&user=u1&with-desk=true`);
    const message = { kind: 'say', language: 'en', choices: [], text: 'Hello', tone: 'plain' } as const;
    live.publish('web/falkenberg/u2', { key: '0', replaces: null, message });
    live.publish('desk/falkenberg', { key: '1', replaces: null, message });
    live.publish('web/falkenberg/u1', { key: '2', replaces: null, message });
    live.close();
    const text = await stream.text();
    expect(text).to.include('event: desk\ndata: {}').and.to.include('event: reply\ndata: {"key":"2"');
    expect(text.match(/Hello/g)).to.have.length(2);
  });
});
