import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { expect } from 'chai';
import { type Asked, exchange } from '../../../../../src/channels/teams/connector/http.ts';

const LIMITS = { answerMs: 5000, answerBytes: 1000 };
const END_OF_HEAD = '\r\n\r\n';

/** What one connection does with a request that came whole. */
type Answering = (socket: Socket, request: string) => void;

/** A server that answers by the byte, and remembers each request. */
async function serving(answering: Answering) {
  const [requests, sockets]: [string[], Set<Socket>] = [[], new Set()];
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let read = '';
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.on('data', (part) => {
      read += part.toString('latin1');
      const length = Number(/content-length: (\d+)/i.exec(read)?.[1] ?? 0);
      const end = read.indexOf(END_OF_HEAD);
      if (end === -1 || read.length < end + END_OF_HEAD.length + length) return;
      const request = read;
      read = '';
      requests.push(request);
      answering(socket, request);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v3/x?y=1`);
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { url, requests, sockets, stop };
}

function asked(url: URL, method: Asked['method'] = 'POST'): Asked {
  return { method, url, token: 'secret', body: method === 'GET' ? null : '{"text":"å"}' };
}

function answer(body: string, more = ''): string {
  return `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;
}

describe('one exchange over HTTP', () => {
  it('sends what is asked, whole, and tells what was answered', async () => {
    const { url, requests, stop } = await serving((socket) => {
      socket.write(answer('{"id":"1"}', 'Retry-After: 7\r\n'));
    });
    const got = await exchange(asked(url), LIMITS);
    expect(got).to.deep.equal({ kind: 'answered', status: 200, retryAfter: '7', body: '{"id":"1"}' });
    const [head = '', body] = (requests[0] ?? '').split(END_OF_HEAD);
    expect(head).to.match(/^POST \/v3\/x\?y=1 HTTP\/1\.1\r\n/);
    for (const line of ['authorization: Bearer secret', 'content-length: 13', 'accept: application/json'])
      expect(head).to.include(line);
    expect(Buffer.from(body ?? '', 'latin1').length).to.equal(13);
    await stop();
  });

  it('knows that nothing left where there is no connection', async () => {
    const { url, stop } = await serving(() => undefined);
    await stop();
    expect(await exchange(asked(url), LIMITS)).to.deep.equal({
      ...{ kind: 'unsent', cause: 'ECONNREFUSED', isLate: false },
    });
  });

  it('knows that nothing left where it is too late for a connection, and sends nothing afterwards', async () => {
    const { url, requests, stop } = await serving(() => undefined);
    const secure = new URL(url.href.replace('http:', 'https:'));
    const got = await exchange(asked(secure), { ...LIMITS, answerMs: 50 });
    expect(got).to.deep.equal({ kind: 'unsent', cause: 'LATE', isLate: true });
    await stop();
    expect(requests).to.deep.equal([]);
  });

  for (const method of ['POST', 'PUT', 'GET'] as const)
    it(`says of a ${method} that broke off after it had left that it may have arrived, and sends it once`, async () => {
      const { url, requests, stop } = await serving((socket) => socket.destroy());
      const got = await exchange(asked(url, method), LIMITS);
      expect(got).to.include({ kind: 'unanswered', isLate: false });
      expect(requests).to.have.length(1);
      await stop();
    });

  it('says of one that was answered too late that it may have arrived', async () => {
    const { url, stop } = await serving(() => undefined);
    const got = await exchange(asked(url), { ...LIMITS, answerMs: 50 });
    expect(got).to.deep.equal({ kind: 'unanswered', cause: 'LATE', isLate: true });
    await stop();
  });

  it('believes a status, though the rest broke off, came too late, or was too much', async () => {
    const [cut, late, large] = [
      (socket: Socket) => socket.end(answer('{"id":"1"}').slice(0, -3)),
      (socket: Socket) => socket.write(answer('{"id":"1"}').slice(0, -3)),
      (socket: Socket) => socket.write(answer('x'.repeat(1001))),
    ];
    for (const answering of [cut, late, large]) {
      const { url, stop } = await serving(answering);
      const got = await exchange(asked(url), { ...LIMITS, answerMs: answering === late ? 100 : 5000 });
      expect(got).to.deep.equal({ kind: 'answered', status: 200, retryAfter: undefined, body: null });
      await stop();
    }
  });

  it('does not take an announcement for the answer', async () => {
    const { url, stop } = await serving((socket) =>
      socket.write(`HTTP/1.1 103 Early Hints\r\n\r\n${answer('{}')}`),
    );
    expect(await exchange(asked(url), LIMITS)).to.include({ kind: 'answered', status: 200 });
    await stop();
  });

  it('follows no redirect, and repeats nothing that was misdirected', async () => {
    const { url, requests, stop } = await serving((socket, { length }) =>
      socket.write(
        `HTTP/1.1 ${length > 0 && requests.length > 1 ? 421 : 302} X\r\nLocation: /y\r\nContent-Length: 0\r\n\r\n`,
      ),
    );
    expect(await exchange(asked(url), LIMITS)).to.include({ status: 302 });
    expect(await exchange(asked(url), LIMITS)).to.include({ status: 421 });
    expect(requests).to.have.length(2);
    await stop();
  });

  it('ends when it is told to: before it left surely unsent, after that nobody knows', async () => {
    const { promise: came, resolve } = Promise.withResolvers<void>();
    const { url, requests, stop } = await serving(() => resolve());
    const over = AbortSignal.abort();
    expect(await exchange(asked(url), LIMITS, over)).to.include({ kind: 'unsent', cause: 'ABORT_ERR' });
    expect(requests).to.deep.equal([]);
    const ending = new AbortController();
    const under = exchange(asked(url), LIMITS, ending.signal);
    await came;
    ending.abort();
    expect(await under).to.include({ kind: 'unanswered', cause: 'ABORT_ERR' });
    await stop();
  });

  it('ends all that are under way at once, and none that has ended', async () => {
    let answered = 0;
    const { url, requests, stop } = await serving((socket) => {
      if (answered++ === 0) socket.write(answer('{}'));
    });
    const ending = new AbortController();
    expect(await exchange(asked(url), LIMITS, ending.signal)).to.include({ kind: 'answered' });
    const both = [exchange(asked(url), LIMITS, ending.signal), exchange(asked(url), LIMITS, ending.signal)];
    while (requests.length < 3) await new Promise(setImmediate);
    ending.abort();
    expect((await Promise.all(both)).map(({ kind }) => kind)).to.deep.equal(['unanswered', 'unanswered']);
    await stop();
  });

  it('uses a connection again, and another one where it was closed meanwhile', async () => {
    const { url, requests, sockets, stop } = await serving((socket) => socket.write(answer('{}')));
    await exchange(asked(url), LIMITS);
    const [first] = sockets;
    // It is free once what came with the answer is done with.
    for (let i = 0; i < 3; i++) await new Promise(setImmediate);
    await exchange(asked(url), LIMITS);
    expect(sockets.size).to.equal(1);
    const closed = once(first as Socket, 'close');
    first?.end();
    await closed;
    expect(await exchange(asked(url), LIMITS)).to.include({ kind: 'answered' });
    expect(requests).to.have.length(3);
    await stop();
  });
});
