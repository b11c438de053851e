import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Millis } from '../../domain/timeline/timeline.ts';
import type { KeptDocument } from './kept-documents.ts';
import { takesGzip } from './packing.ts';

/** Seconds that a shared cache may keep what everybody may see. Nothing is kept beyond the moment at which it changes. */
const LONGEST_AGE_SECONDS = 15;

/** How a document is sent. */
export interface Sending {
  readonly type: string;
  /** Whether a cache that others use too may keep it. */
  readonly shared: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a document, or that the reader has it already (RFC 9110, 13). Node sends no body for HEAD. */
export function sendDocument(
  request: IncomingMessage,
  response: ServerResponse,
  document: KeptDocument,
  now: Millis,
  { type, shared, headers }: Sending,
): void {
  // Weak: another minute may stand in it, and it says the same.
  const etag = `W/"${document.version}"`;
  const modified = lastModified(document, now);
  const common = {
    ...headers,
    Vary: 'Accept-Encoding',
    ...{ ETag: etag, 'Cache-Control': shared ? publicFor(document, now) : 'private, no-store' },
    ...(modified !== null && { 'Last-Modified': new Date(modified).toUTCString() }),
  };
  if (isKnown(request, etag, modified)) {
    response.writeHead(304, common);
    response.end();
    return;
  }
  const packed = takesGzip(request) ? document.packed() : null;
  const body = packed ?? document.body;
  response.writeHead(200, {
    ...common,
    ...{ 'Content-Type': type, 'Content-Length': body.length },
    ...(packed !== null && { 'Content-Encoding': 'gzip' }),
  });
  response.end(body);
}

/**
 * The second in which it became what it is. None within that second: it could change once more in it, and a reader who
 * compared seconds would keep the earlier one.
 */
function lastModified({ since }: KeptDocument, now: Millis): Millis | null {
  const second = Math.floor(since / 1000) * 1000;
  return now < second + 1000 ? null : second;
}

function publicFor({ until }: KeptDocument, now: Millis): string {
  const age = Math.max(0, Math.min(LONGEST_AGE_SECONDS, Math.floor((until - now) / 1000)));
  return `public, max-age=${age}`;
}

/** `If-None-Match` decides where it is given; times are compared only without it. */
function isKnown({ headers }: IncomingMessage, etag: string, modified: Millis | null): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined)
    return known.trim() === '*' || known.split(',').some((each) => weak(each) === weak(etag));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modified !== null && !Number.isNaN(since) && modified <= since;
}

function weak(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
