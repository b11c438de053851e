import type { Reply } from '../counting-server.ts';

/** An organisation on Slack's Enterprise plan, with the app installed for all of its workspaces. */
export const ENTERPRISE = 'E0DRIFTVAKT';
export const BOT_USER = 'U0BOT';

/** In JSON, as our bot writes it, or in a form, as Bolt's. Reading all of it would take this process as long as a bot. */
const CHANNEL = /"channel":"(\w+)"|(?:^|&)channel=(\w+)/;
const NAME = /user=(\w+)/;
let posted = 0;

/** Slack's Web API, as far as a measurement needs it; new messages count. It looks at no token. */
export function webApiReply(address: string, _method: string, body: string): Reply {
  const [method = ''] = address.replace('/api/', '').split('?');
  switch (method) {
    case 'auth.test':
      return ok({
        user_id: BOT_USER,
        bot_id: 'B0BOT',
        enterprise_id: ENTERPRISE,
        is_enterprise_install: true,
      });
    case 'users.info':
      return ok({ user: userOf(NAME.exec(address + body)?.[1] ?? '') });
    case 'chat.postMessage':
    case 'chat.update': {
      const [, inJson, inForm = ''] = CHANNEL.exec(body) ?? [];
      const channel = inJson ?? inForm;
      const ts = `${1_700_000_000 + posted++}.000100`;
      return { ...ok({ channel, ts }), wrote: method === 'chat.update' ? null : channel };
    }
    default:
      return { status: 200, json: { ok: false, error: 'unknown_method' }, wrote: null };
  }
}

function ok(more: object): Reply {
  return { status: 200, json: { ok: true, ...more }, wrote: null };
}

function userOf(id: string): object {
  const profile = { real_name: `Person ${id}`, email: `${id}@example.org` };
  return { id, name: id, real_name: profile.real_name, locale: 'nb-NO', profile };
}
