/**
 * Everything that the bot asks a workspace for: in the manifests (manifests/slack), and where the app is installed with
 * OAuth. Each is there for a method of the Web API, an event or a feature; docs/slack.md says which.
 * Source: https://docs.slack.dev/reference/scopes
 */
export const BOT_SCOPES: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'metadata.message:read',
  'mpim:history',
  'users:read',
  'users:read.email',
];
