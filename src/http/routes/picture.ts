import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KeptPicture, Pictures } from '../../ports/pictures.ts';
import type { LinkKeys } from '../link-key.ts';
import { MAX_ADDRESS } from '../reply.ts';
import type { ChannelRoute } from '../server.ts';

const PURPOSE = 'picture';
const ADDRESS = /^\/pictures\/([0-9a-f]{64})$/;

/** Answers as a picture does nothing but be shown: no script, no other type, no search engine, no shared cache. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
};

/** What the route needs. */
export interface PictureParts {
  readonly pictures: Pick<Pictures, 'read'>;
  readonly keys: LinkKeys;
}

/** Answers GET /pictures/:id. Without the right key nobody learns whether there is such a picture. */
export function pictureRoute({ pictures, keys }: PictureParts): ChannelRoute {
  return {
    method: 'GET',
    path: '/pictures/:id',
    async handle(request, response) {
      const id = admitted(request, keys);
      const picture = id === null ? null : await pictures.read(id);
      if (picture === null) sendNothing(response);
      else sendPicture(response, picture);
    },
  };
}

/**
 * The address of a kept picture, for whoever sees the report.
 * @param publicUrl where the service is reached from outside, such as `https://bot.example.org/`
 */
export function pictureAddress(publicUrl: string, keys: LinkKeys, id: string): string {
  const url = new URL(`pictures/${id}`, publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`);
  url.searchParams.set('key', keys.keyFor(PURPOSE, id));
  return url.href;
}

/** The id of the picture that the request may see. */
function admitted({ url = '' }: IncomingMessage, keys: LinkKeys): string | null {
  if (url.length > MAX_ADDRESS) return null;
  const [path = '', query = ''] = url.split('?', 2);
  const id = ADDRESS.exec(path)?.[1];
  if (id === undefined) return null;
  return keys.opens(PURPOSE, id, new URLSearchParams(query).get('key')) ? id : null;
}

function sendPicture(response: ServerResponse, { bytes, type }: KeptPicture): void {
  response.writeHead(200, {
    ...HEADERS,
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Content-Disposition': 'inline',
    // What an id names never changes.
    'Cache-Control': 'private, max-age=86400, immutable',
  });
  response.end(bytes);
}

function sendNothing(response: ServerResponse): void {
  const text = 'There is no such picture.\n';
  response.writeHead(404, {
    ...HEADERS,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': text.length,
    'Cache-Control': 'no-store',
  });
  response.end(text);
}
