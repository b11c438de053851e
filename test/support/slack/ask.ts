import type { Json } from './check.ts';
import type { FakeSlack } from './fake-slack.ts';
import type { FakeWorkspace } from './workspace.ts';

/** What a method answered. */
export interface Asked {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
}

/** Calls a method as a bot does: in a form, as @slack/web-api does, unless JSON is wanted. No retries. */
export async function ask(
  slack: FakeSlack,
  method: string,
  args: Json,
  {
    token,
    json = false,
    headers = {},
  }: { token?: string; json?: boolean; headers?: Record<string, string> } = {},
): Promise<Asked> {
  const fields = Object.entries(args).filter(([, value]) => value !== undefined);
  const texts = fields.map(([name, value]): [string, string] => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
  const type = json ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded';
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      'Content-Type': type,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: json ? JSON.stringify(args) : new URLSearchParams(texts).toString(),
  });
  return { status: response.status, body: (await response.json()) as Json, headers: response.headers };
}

/** The same with the bot's token of a workspace; the body alone. */
export async function askAs(
  slack: FakeSlack,
  { token }: FakeWorkspace,
  method: string,
  args: Json = {},
): Promise<Json> {
  return (await ask(slack, method, args, { token, json: false })).body;
}
