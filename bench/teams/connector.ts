import type { Reply } from '../counting-server.ts';

const CONVERSATION = /^\/v3\/conversations\/([^/?]+)(?:\/(activities|members))?/;
let ids = 0;

/** Teams' connector, as far as a measurement needs it; new and changed messages count alike. It looks at no token. */
export function connectorReply(address: string, method: string, body: string): Reply {
  const [, conversation = '', what] = CONVERSATION.exec(address) ?? [];
  if (method === 'GET') return { status: 200, json: member(address), wrote: null };
  // Typing is no answer. Reading all of it would take this process as long as it takes the bot to write it.
  const isTyping = what === 'activities' && body.includes('"type":"typing"');
  ids += 1;
  return {
    ...{ status: method === 'PUT' ? 200 : 201, json: { id: `${ids}` } },
    wrote: isTyping ? null : decodeURIComponent(conversation),
  };
}

/** Whoever is asked for; everybody is in the roster. */
function member(address: string): object {
  const id = decodeURIComponent(address.split('/').at(-1) ?? '');
  const name = id.replace(/^29:/, '');
  return { id, name, objectId: name, email: `${name}@example.org`, tenantId: 'tenant', userRole: 'user' };
}
