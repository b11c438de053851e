import { expect } from 'chai';
import {
  type AskedPicture,
  type FetchSettings,
  pictureFetcher,
} from '../../../../src/channels/pictures/fetch.ts';
import { FETCH_LIMITS } from '../../../../src/channels/pictures/limits.ts';
import { answer } from '../../../support/answer.ts';
import { type Host, host, PICTURE, pointsTo, rawHost, shows, TOKEN, wantsToken } from './hosts.ts';

const LIMITS = { ...FETCH_LIMITS, pictureMs: 2000, bytes: 5000 };

describe('fetching a picture', () => {
  const hosts: Host[] = [];
  const started = async (starting: Promise<Host>): Promise<Host> => {
    const one = await starting;
    hosts.push(one);
    return one;
  };
  afterEach(() => {
    for (const one of hosts.splice(0)) one.stop();
  });

  /** The size of what came, or the fault. */
  async function fetched(
    asked: AskedPicture | string,
    settings: Partial<FetchSettings> = {},
  ): Promise<unknown> {
    const fetch = pictureFetcher({ allowLoopback: true, limits: LIMITS, ...settings });
    const result = await fetch(typeof asked === 'string' ? { address: asked } : asked);
    return 'fault' in result ? result.fault : [result.type, result.bytes.length];
  }
  const from = async (answer: Parameters<typeof host>[0], settings?: Partial<FetchSettings>) =>
    fetched(`http://${(await started(host(answer))).at}/a.png`, settings);
  const answered = (status: number) => from((_request, response) => answer(response, status, {}, PICTURE));

  it('brings the bytes and what they are, whatever the sender calls them', async () => {
    const named = await from((_request, response) =>
      answer(response, 200, { 'Content-Type': 'text/html' }, PICTURE),
    );
    expect(named).to.deep.equal(['image/png', PICTURE.length]);
    const html = await from((_request, response) =>
      answer(response, 200, { 'Content-Type': 'image/png' }, '<script>alert(1)</script>'),
    );
    expect(html).to.equal('no-picture');
    const svg = await from((_request, response) =>
      answer(response, 200, { 'Content-Type': 'image/svg+xml' }, '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    );
    expect(svg).to.equal('no-picture');
    expect(await from((_request, response) => answer(response, 200))).to.equal('no-picture');
  });

  it('tells what went wrong by the answer', async () => {
    expect(await Promise.all([401, 403, 404, 410, 500, 204, 206, 304].map(answered))).to.deep.equal([
      ...['denied', 'denied', 'gone', 'gone', 'failed', 'failed', 'failed', 'failed'],
    ]);
  });

  it('asks once, and not again when that fails', async () => {
    const one = await started(host((_request, response) => answer(response, 503)));
    expect(await fetched(`http://${one.at}/`)).to.equal('failed');
    expect(one.asked.length).to.equal(1);
  });

  it('gives up on one that never answers, and on one that never ends', async () => {
    const limits = { ...LIMITS, pictureMs: 60 };
    const silent = await started(host(() => undefined));
    const dripping = await started(
      rawHost((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n');
        const drip = setInterval(() => socket.write('.'), 5);
        socket.on('close', () => clearInterval(drip));
      }),
    );
    const headless = await started(rawHost((socket) => void socket.write('HTTP/1.1 200 OK\r\nX: ')));
    for (const one of [silent, dripping, headless]) {
      const before = performance.now();
      expect(await fetched(`http://${one.at}/`, { limits })).to.equal('late');
      expect(performance.now() - before).to.be.lessThan(1000);
    }
  });

  it('hangs up when it gives up', async () => {
    const { promise: hungUp, resolve } = Promise.withResolvers<void>();
    const silent = await started(host((_request, response) => void response.on('close', resolve)));
    expect(await fetched(`http://${silent.at}/`, { limits: { ...LIMITS, pictureMs: 60 } })).to.equal('late');
    await hungUp;
  });

  it('gives up when its caller does', async () => {
    const silent = await started(host(() => undefined));
    const caller = new AbortController();
    const result = fetched({ address: `http://${silent.at}/`, signal: caller.signal });
    caller.abort();
    expect(await result).to.equal('late');
    expect(await fetched({ address: `http://${silent.at}/`, signal: AbortSignal.abort() })).to.equal('late');
  });

  it('gives up on a name that is never found, and a token that never comes', async () => {
    const limits = { ...LIMITS, pictureMs: 40 };
    const never = () => new Promise<never>(() => undefined);
    const network = { resolve: never, reach: () => 'public' as const };
    expect(await fetched('https://host.example/', { limits, network })).to.equal('late');
    const one = await started(host(shows));
    const bearer = { hosts: new Set([one.at]), token: never };
    expect(await fetched({ address: `http://${one.at}/`, bearer }, { limits })).to.equal('late');
    expect(one.asked).to.deep.equal([]);
  });

  it('takes no more than its limit, whether the size is told, not told, or a lie', async () => {
    let sent = 0;
    const told = await from((_request, response) => {
      response.writeHead(200, { 'Content-Length': 1e12 });
      response.write(PICTURE);
    });
    const endless = await from((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1000))) sent += 1000;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect([told, endless]).to.deep.equal(['too-large', 'too-large']);
    expect(sent).to.be.lessThan(20_000_000);
    const exact = { ...LIMITS, bytes: PICTURE.length };
    expect(await from(shows, { limits: exact })).to.deep.equal(['image/png', PICTURE.length]);
    expect(await from(shows, { limits: { ...exact, bytes: PICTURE.length - 1 } })).to.equal('too-large');
  });

  it('takes no half picture for a whole one', async () => {
    const answer = (head: string) =>
      rawHost((socket) => {
        socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`);
        socket.end(
          head.startsWith('T')
            ? Buffer.concat([Buffer.from('bb8\r\n'), PICTURE.subarray(0, 900)])
            : PICTURE.subarray(0, 900),
        );
      });
    for (const head of ['Content-Length: 3000', 'Transfer-Encoding: chunked'])
      expect(await fetched(`http://${(await started(answer(head))).at}/`), head).to.equal('unreachable');
  });

  it('is not led astray by what is no HTTP, or by endless headers', async () => {
    const noise = await started(rawHost((socket) => void socket.end('SSH-2.0-OpenSSH\r\n')));
    const headers = await started(
      rawHost((socket) => void socket.write(`HTTP/1.1 200 OK\r\n${'X: 1234567890\r\n'.repeat(5000)}\r\n`)),
    );
    const gone = await started(host(shows));
    gone.stop();
    for (const { at } of [noise, headers, gone])
      expect(await fetched(`http://${at}/`)).to.equal('unreachable');
  });

  it('refuses every address that is not of the web, holds a password, or is none', async () => {
    const one = await started(host(shows));
    for (const address of [
      ...[
        'file:///etc/passwd',
        'data:image/png;base64,iVBORw0KGgo=',
        'ftp://127.0.0.1/',
        'javascript:1',
        '',
        '/a.png',
      ],
      ...[`http://user:password@${one.at}/`, `http://user@${one.at}/`, 'https://', 'gopher://127.0.0.1:1/'],
    ])
      expect(await fetched(address), address).to.equal('address-refused');
    expect(one.asked).to.deep.equal([]);
  });

  it('follows three redirects and no fourth, and none to nowhere', async () => {
    const chain = await started(
      host((request, response) => {
        const left = Number(request.url?.slice(1));
        if (left === 0) shows(request, response);
        else pointsTo(`/${left - 1}`, [301, 302, 303, 307, 308][left] ?? 302)(request, response);
      }),
    );
    expect(await fetched(`http://${chain.at}/3`)).to.deep.equal(['image/png', PICTURE.length]);
    expect(await fetched(`http://${chain.at}/4`)).to.equal('redirects');
    expect(chain.asked.length).to.equal(8);
    expect(await from((_request, response) => answer(response, 302))).to.equal('redirects');
    for (const location of [
      'file:///etc/passwd',
      'data:image/png,x',
      'http://[',
      'http://10.0.0.1/',
      'http://8.8.8.8/',
    ])
      expect(await from(pointsTo(location)), location).to.equal('address-refused');
  });

  it('sends the token to hosts that may see it, and asks for it only then', async () => {
    const service = await started(host(wantsToken));
    let tokens = 0;
    const token = async () => {
      tokens++;
      return TOKEN;
    };
    const address = `http://${service.at}/v3/attachments/1/views/original`;
    expect(await fetched({ address, bearer: { hosts: new Set([service.at]), token } })).to.be.an('array');
    expect(await fetched({ address, bearer: { hosts: new Set(['127.0.0.1']), token } })).to.equal('denied');
    expect(await fetched(address)).to.equal('denied');
    expect([tokens, ...service.asked.map(({ authorization }) => authorization)]).to.deep.equal([
      ...[1, `Bearer ${TOKEN}`, undefined, undefined],
    ]);
  });

  it('sends the token to nobody else, wherever a trusted host points', async () => {
    const foreign = await started(host(shows));
    const back = await started(
      host((request, response) => pointsTo(`http://${service.at}/2`)(request, response)),
    );
    const service: Host = await started(
      host((request, response) => {
        const next = { '/1': `http://${foreign.at}/`, '/to-back': `http://${back.at}/` }[request.url ?? ''];
        if (next === undefined) wantsToken(request, response);
        else pointsTo(next)(request, response);
      }),
    );
    const bearer = { hosts: new Set([service.at]), token: async () => TOKEN };
    expect(await fetched({ address: `http://${service.at}/1`, bearer })).to.be.an('array');
    expect(await fetched({ address: `http://${service.at}/to-back`, bearer })).to.be.an('array');
    expect(await fetched({ address: `http://${foreign.at}/`, bearer })).to.be.an('array');
    const seen = [...foreign.asked, ...back.asked];
    expect(seen.length).to.equal(3);
    expect(seen.every(({ authorization }) => authorization === undefined)).to.equal(true);
    expect(service.asked.map(({ authorization }) => authorization)).to.deep.equal(
      Array(3).fill(`Bearer ${TOKEN}`),
    );
  });

  it('asks nobody where no token is to be had', async () => {
    const service = await started(host(wantsToken));
    const bearer = { hosts: new Set([service.at]), token: () => Promise.reject(new Error('no')) };
    expect(await fetched({ address: `http://${service.at}/`, bearer })).to.equal('no-token');
    expect(service.asked).to.deep.equal([]);
  });
});
