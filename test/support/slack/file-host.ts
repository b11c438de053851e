import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from '../answer.ts';
import type { FakeSlack } from './fake-slack.ts';

const PAGE = '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head></html>';

/** A file's own address. Without a good token with `files:read` it leads to a page to sign in, not to an error. */
export function serveFile(slack: FakeSlack, request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://fake');
  if (pathname === '/login') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(PAGE);
    return;
  }
  const [, , name = ''] = pathname.split('/');
  const [, team = '', id = ''] = /^([^-]+)-(.+)$/.exec(name) ?? [];
  const workspace = slack.workspaces.get(team);
  const [, given = ''] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
  const token = workspace?.tokens.get(given);
  const isGood = token?.state === 'good' && (token.expiresAt === null || token.expiresAt > slack.clock.now);
  const note = (status: number) =>
    slack.seen.push({
      method: 'files-pri',
      team,
      channel: '',
      args: { file: id },
      status,
      error: null,
      warnings: [],
    });
  if (!isGood || !token.scopes.includes('files:read')) {
    note(302);
    response.writeHead(302, { Location: '/login' });
    response.end();
    return;
  }
  const file = workspace?.files.get(id);
  const status = file === undefined || file.deleted ? 404 : 200;
  note(status);
  if (file === undefined || file.deleted) answer(response, 404);
  else
    answer(response, 200, { 'Content-Type': file.mimetype, 'Content-Length': file.bytes.length }, file.bytes);
}
