import type { ServerResponse } from 'node:http';
import { sendJson } from '../teams/local-server.ts';
import { isTrue, jsonArg, textArg } from './answers.ts';
import { readContent } from './calls/content.ts';
import { isObject, type Json } from './check.ts';
import type { FakeSlack } from './fake-slack.ts';
import { FAKE_LIMITS } from './limits.ts';
import type { FakeWorkspace } from './workspace.ts';
import type { ResponseUrl } from './world.ts';

/** Answers to a press or a command: five within half an hour, without a token. */
export function answerAt(slack: FakeSlack, path: string, body: string, response: ServerResponse): void {
  const workspace = [...slack.workspaces.values()].find(({ responseUrls }) => responseUrls.has(path));
  const url = workspace?.responseUrls.get(path);
  if (workspace === undefined || url === undefined)
    return sendJson(response, 404, { ok: false, error: 'expired_url' });
  const isOver = slack.clock.now - url.at > FAKE_LIMITS.responseUrlMs.max;
  if (isOver) return sendJson(response, 404, { ok: false, error: 'expired_url' });
  if (url.uses >= FAKE_LIMITS.responseUrlUses.max)
    return sendJson(response, 404, { ok: false, error: 'used_url' });
  const args = jsonArg(body);
  if (!isObject(args)) return sendJson(response, 400, { ok: false, error: 'invalid_payload' });
  const error = answer(workspace, url, args);
  sendJson(response, error === null ? 200 : 400, error === null ? { ok: true } : { ok: false, error });
}

function answer(workspace: FakeWorkspace, url: ResponseUrl, args: Json): string | null {
  const pressed = workspace.messages(url.channel, { ephemeral: true }).find(({ ts }) => ts === url.message);
  if (isTrue(args.delete_original)) {
    if (pressed === undefined) return 'message_not_found';
    url.uses += 1;
    workspace.forget(pressed);
    return null;
  }
  const [token] = workspace.tokens.values();
  if (token === undefined) return 'no_service';
  const read = readContent({ workspace, token, args }, 'ephemeral');
  if ('refusal' in read) return read.refusal.ok ? null : read.refusal.error;
  url.uses += 1;
  const { text, blocks } = read.content;
  if (isTrue(args.replace_original) && pressed !== undefined) {
    Object.assign(pressed, { text, blocks: blocks ?? [], updates: pressed.updates + 1 });
    return null;
  }
  const threadTs = textArg(args, 'thread_ts');
  workspace.keep(url.channel, {
    ...{ user: workspace.bot.id, text, blocks: blocks ?? [], threadTs: threadTs === '' ? null : threadTs },
    ...(args.response_type !== 'in_channel' && { ephemeralTo: url.user }),
  });
  return null;
}
