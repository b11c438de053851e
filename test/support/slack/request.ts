import type { IncomingMessage } from 'node:http';
import { isObject, type Json } from './check.ts';
import { METHODS, type Method } from './methods.ts';

/** A call as it came: whose token, and what it asks for; or why it cannot be read. */
export interface ReadCall {
  readonly token: string | null;
  readonly basic: readonly [string, string] | null;
  readonly args: Json;
  readonly warnings: readonly string[];
  readonly error: string | null;
}

/** Reads a call as Slack does: arguments from a form, the address, or JSON where the method takes that. */
export function readCall(method: Method, request: IncomingMessage, body: string): ReadCall {
  const header = request.headers.authorization ?? '';
  const [, bearer = null] = /^Bearer (\S+)$/.exec(header) ?? [];
  const basic = basicOf(header);
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://fake').searchParams);
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  const read = (args: Json, more: Partial<ReadCall> = {}): ReadCall => ({
    ...{ basic, args: { ...query, ...args }, warnings: [], error: null },
    token: bearer ?? (typeof args.token === 'string' ? args.token : (query.token ?? null)),
    ...more,
  });
  if (body === '') return read({});
  if (type === '') return read({}, { error: 'missing_post_type' });
  if (type.startsWith('application/x-www-form-urlencoded'))
    return read(Object.fromEntries(new URLSearchParams(body)));
  if (!type.startsWith('application/json')) return read({}, { error: 'invalid_post_type' });
  const warnings = type.includes('charset=') ? [] : ['missing_charset'];
  const json = parsed(body);
  if (json === undefined) return read({}, { error: 'invalid_json' });
  if (!isObject(json)) return read({}, { error: 'json_not_object' });
  // A token within JSON is not looked at, and most methods that read do not take JSON at all.
  return { ...read(METHODS[method].json ? json : {}, { warnings }), token: bearer };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function basicOf(header: string): readonly [string, string] | null {
  const [, encoded] = /^Basic (\S+)$/.exec(header) ?? [];
  if (encoded === undefined) return null;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [id, secret];
}
