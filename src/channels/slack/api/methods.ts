import type { TIERS } from './limits.ts';

/** What has to be known about a method of the Web API before it is called. */
export interface Method {
  /** Reading methods take their arguments in the address, writing ones as JSON. */
  readonly verb: 'GET' | 'POST';
  /** Whether doing it twice does harm: then an answer that never came leaves open whether it was done. */
  readonly once: boolean;
  readonly tier: keyof typeof TIERS | 'post';
  /** What a bot token must be allowed; any of them. */
  readonly scopes: readonly string[];
}

const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const read = { verb: 'GET', once: false } as const;
const write = { verb: 'POST', once: false } as const;

/** The methods that are used, each with its page: `https://docs.slack.dev/reference/methods/<name>`. */
export const METHODS = {
  'auth.test': { ...write, tier: 'special', scopes: [] },
  'chat.postMessage': { verb: 'POST', once: true, tier: 'post', scopes: ['chat:write'] },
  'chat.postEphemeral': { verb: 'POST', once: true, tier: 4, scopes: ['chat:write'] },
  'chat.update': { ...write, tier: 3, scopes: ['chat:write'] },
  'chat.getPermalink': { ...read, tier: 'special', scopes: [] },
  'conversations.history': { ...read, tier: 3, scopes: HISTORY },
  'conversations.replies': { ...read, tier: 3, scopes: HISTORY },
  'conversations.open': { ...write, tier: 3, scopes: ['im:write'] },
  'users.info': { ...read, tier: 4, scopes: ['users:read'] },
  'users.list': { ...read, tier: 2, scopes: ['users:read'] },
  'files.info': { ...read, tier: 4, scopes: ['files:read'] },
  'views.open': { verb: 'POST', once: true, tier: 4, scopes: [] },
  'views.update': { ...write, tier: 4, scopes: [] },
  'views.publish': { ...write, tier: 4, scopes: [] },
} as const satisfies Record<string, Method>;

export type MethodName = keyof typeof METHODS;

export function methodOf(name: MethodName): Method {
  return METHODS[name];
}
