import type { FakeChannel } from './world.ts';

/** Which rate holds: Slack's tiers (calls a minute of one workspace), or a rule of the method's own. */
export type Tier = 1 | 2 | 3 | 4 | 'post' | 'special';

/** Calls a minute. “Special” is not named by Slack: hundreds. */
export const PER_MINUTE: Readonly<Record<Exclude<Tier, 'post'>, number>> = {
  1: 1,
  2: 20,
  3: 50,
  4: 100,
  special: 600,
};

/** A method as docs.slack.dev/reference/methods/<name> describes it. */
export interface MethodFacts {
  readonly tier: Tier;
  /** Whether a JSON body is read at all; without, its arguments are not seen. */
  readonly json: boolean;
  readonly required: readonly string[];
  /** The scope of a bot; null: none is needed. `kind`: of the channel asked for, such as `channels:read`. */
  readonly scope: string | { readonly kind: 'history' | 'read' } | null;
  /** Whose token: a bot's, the app's own, or none at all. */
  readonly token: 'bot' | 'app' | 'none';
}

function facts(
  tier: Tier,
  scope: MethodFacts['scope'],
  required: readonly string[],
  more: Partial<MethodFacts> = {},
): MethodFacts {
  return { tier, scope, required, json: true, token: 'bot', ...more };
}

const FORM = { json: false } as const;

/** Read from docs.slack.dev/reference/methods (and their JSON in github.com/slack-ruby/slack-api-ref), November 2026. */
export const METHODS = {
  'auth.test': facts('special', null, []),
  'auth.revoke': facts(3, null, [], FORM),
  'apps.uninstall': facts(1, null, ['client_id', 'client_secret'], FORM),
  'apps.connections.open': facts(3, 'connections:write', [], { token: 'app' }),
  'oauth.v2.access': facts('special', null, [], { ...FORM, token: 'none' }),
  'chat.postMessage': facts('post', 'chat:write', ['channel']),
  'chat.update': facts(3, 'chat:write', ['channel', 'ts']),
  'chat.postEphemeral': facts(4, 'chat:write', ['channel', 'user']),
  'chat.delete': facts(3, 'chat:write', ['channel', 'ts']),
  'chat.getPermalink': facts('special', null, ['channel', 'message_ts'], FORM),
  'conversations.history': facts(3, { kind: 'history' }, ['channel']),
  'conversations.replies': facts(3, { kind: 'history' }, ['channel', 'ts'], FORM),
  'conversations.open': facts(3, 'im:write', []),
  'conversations.info': facts(3, { kind: 'read' }, ['channel'], FORM),
  'conversations.members': facts(4, { kind: 'read' }, ['channel'], FORM),
  'users.info': facts(4, 'users:read', ['user'], FORM),
  'users.list': facts(2, 'users:read', [], FORM),
  'users.profile.get': facts(4, 'users.profile:read', [], FORM),
  'views.open': facts(4, null, ['view']),
  'views.update': facts(4, null, ['view']),
  'views.publish': facts(4, null, ['user_id', 'view']),
  'files.info': facts(4, 'files:read', ['file'], FORM),
  'assistant.threads.setSuggestedPrompts': facts(4, 'assistant:write', [
    'channel_id',
    'thread_ts',
    'prompts',
  ]),
  'assistant.threads.setStatus': facts('special', 'assistant:write', ['channel_id', 'thread_ts', 'status']),
  'reactions.add': facts(3, 'reactions:write', ['channel', 'name', 'timestamp']),
} as const satisfies Record<string, MethodFacts>;

export type Method = keyof typeof METHODS;

export function isMethod(name: string): name is Method {
  return Object.hasOwn(METHODS, name);
}

/** All scopes that a bot may need here: what a workspace is installed with unless a test says otherwise. */
export const ALL_SCOPES: readonly string[] = [
  ...[
    'app_mentions:read',
    'assistant:write',
    'chat:write',
    'commands',
    'files:read',
    'im:write',
    'reactions:write',
  ],
  ...['users:read', 'users:read.email', 'users.profile:read'],
  ...['channels', 'groups', 'im', 'mpim'].flatMap((kind) => [`${kind}:history`, `${kind}:read`]),
];

/** The scope that a call needs; null: none, or none that can be told without the channel. */
export function scopeOf(method: Method, channel: FakeChannel | null): string | null {
  const { scope }: MethodFacts = METHODS[method];
  if (scope === null || typeof scope === 'string') return scope;
  if (channel === null) return null;
  return `${{ im: 'im', private: 'groups', public: 'channels' }[channel.kind]}:${scope.kind}`;
}
