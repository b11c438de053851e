import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Server } from 'restify';
import { LinkKeys } from '../../../src/http/link-key.ts';
import { pictureAddress, pictureRoute } from '../../../src/http/routes/picture.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import { PicturesError } from '../../../src/ports/pictures/error.ts';
import type { Pictures } from '../../../src/ports/pictures.ts';
import { memoryPictures } from '../../../src/storage/files/memory.ts';
import { SAMPLES, samplePicture } from '../../support/pictures.ts';

const keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
const log = pino({ level: 'silent' });

describe('GET /pictures/:id', () => {
  let server: Server;
  let home: string;
  const pictures = memoryPictures();
  const started = async (from: Pick<Pictures, 'read'>) => {
    server = createHttpServer({
      ...{ playbooks: new Map(), clock: { now: () => Temporal.Now.instant() }, keys, log },
      ready: async () => undefined,
      routes: [pictureRoute({ pictures: from, keys })],
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/`;
  };
  beforeEach(() => started(pictures));
  afterEach(() => {
    server.close();
    server.server.closeAllConnections();
  });
  /** All of an answer but its date. */
  const answer = async (address: string) => {
    const response = await fetch(address);
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
    return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
  };

  it('shows each type as what it is, and as nothing else', async () => {
    for (const [type, bytes] of SAMPLES) {
      const { status, headers, body } = await answer(
        pictureAddress(home, keys, await pictures.keep(bytes, type, 0)),
      );
      expect([status, Buffer.compare(body, bytes)]).to.deep.equal([200, 0]);
      expect(headers).to.include({
        'content-type': type,
        'content-length': String(bytes.length),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'",
        'content-disposition': 'inline',
        'cache-control': 'private, max-age=86400, immutable',
        'x-robots-tag': 'noindex',
        'referrer-policy': 'no-referrer',
      });
    }
  });

  it('tells nobody without the key whether there is such a picture', async () => {
    const id = await pictures.keep(samplePicture(), 'image/png', 0);
    const right = keys.keyFor('picture', id);
    const other = await pictures.keep(samplePicture('image/gif'), 'image/gif', 0);
    const unknown = await answer(
      `${home}pictures/${'0'.repeat(64)}?key=${keys.keyFor('picture', '0'.repeat(64))}`,
    );
    expect([unknown.status, unknown.body.toString()]).to.deep.equal([404, 'There is no such picture.\n']);
    expect(unknown.headers).to.include({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    for (const rest of [
      ...[id, `${id}?key=`, `${id}?key=${right.slice(1)}`, `${id}?key=${right}x`, `${id}?KEY=${right}`],
      ...[
        `${id}?key=${keys.keyFor('picture', other)}`,
        `${id}?key=${keys.keyFor('pages', id)}`,
        `0?key=${right}`,
      ],
      ...[`${id.toUpperCase()}?key=${right}`, `${id}.png?key=${right}`, `..%2f${id}?key=${right}`, '%00'],
      ...[`${id}?key=${right}&${'x'.repeat(2000)}`, `${id}%20?key=${right}`],
    ])
      expect(await answer(`${home}pictures/${rest}`), rest).to.deep.equal(unknown);
  });

  it('opens for one picture and one secret only', async () => {
    const id = await pictures.keep(samplePicture(), 'image/png', 0);
    const { pathname, searchParams, origin } = new URL(pictureAddress('https://bot.example.org/a', keys, id));
    expect([origin, pathname, [...searchParams.keys()]]).to.deep.equal([
      ...['https://bot.example.org', `/a/pictures/${id}`, ['key']],
    ]);
    const foreign = new LinkKeys('another-secret-of-more-than-thirty-two', true);
    expect((await answer(pictureAddress(home, foreign, id))).status).to.equal(404);
    expect((await answer(pictureAddress(home, keys, id))).status).to.equal(200);
  });

  it('answers 500 without details when the place for pictures fails', async () => {
    server.close();
    await started({
      read: async () => {
        throw new PicturesError('corrupt', 'The folder /secret/place holds a picture that is damaged.');
      },
    });
    const { status, body } = await answer(pictureAddress(home, keys, 'a'.repeat(64)));
    expect([status, body.includes('secret')]).to.deep.equal([500, false]);
  });
});
