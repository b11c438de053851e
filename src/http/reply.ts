import type { ServerResponse } from 'node:http';
import type { Request, Response } from 'restify';
import { STYLE_HASH } from './pages/style.ts';

/** A page as a route gives it. */
export interface PageReply {
  readonly status: number;
  readonly body: string;
}

/** Longest accepted address, in characters. */
export const MAX_ADDRESS = 2000;
export const TOO_LONG = `The address is longer than ${MAX_ADDRESS} characters.\n`;

const SAFETY = {
  'Content-Security-Policy': `default-src 'none'; style-src ${STYLE_HASH}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  // The key of a page must not leave with a click on a link.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Sends a page. Nothing on it may be kept: a minute later it can be wrong. */
export function sendPage(response: Response, { status, body }: PageReply): void {
  response.sendRaw(status, body, { ...SAFETY, 'Content-Type': 'text/html; charset=utf-8' });
}

/** The same where a channel answers itself. */
export function writePage(response: ServerResponse, { status, body }: PageReply): void {
  if (status === 413) response.setHeader('Connection', 'close');
  response.writeHead(status, { ...SAFETY, 'Content-Type': 'text/html; charset=utf-8' });
  response.end(body);
}

/** Says that an address is too long, where a channel answers itself. */
export function refuseAddress(response: ServerResponse): void {
  response.writeHead(414, { ...SAFETY, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(TOO_LONG);
}

/** Sends plain text. */
export function sendText(response: Response, status: number, text: string): void {
  response.sendRaw(status, text, { ...SAFETY, 'Content-Type': 'text/plain; charset=utf-8' });
}

/** The query of a request's address. */
export function queryOf(request: Request): URLSearchParams {
  const address = request.url ?? '';
  const at = address.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : address.slice(at + 1));
}

/** Answers with a PDF, which nobody keeps on the way: what holds now is made anew. @param name of the file */
export function writePdf(response: ServerResponse, bytes: Buffer, name: string): void {
  response.writeHead(200, {
    'Content-Type': 'application/pdf',
    'Content-Length': bytes.length,
    'Content-Disposition': `inline; filename="${name}"`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(bytes);
}
