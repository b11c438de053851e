import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Answers a request. Not by `writeHead(…).end(…)`: where restify is loaded, its `writeHead` returns nothing. */
export function answer(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders = {},
  body: string | Uint8Array = '',
): void {
  response.writeHead(status, headers);
  response.end(body);
}
