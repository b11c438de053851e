import type { SlackValues } from './slack-variables.ts';

/** By what the bot may write into workspaces. */
export type SlackCredentials =
  /** The token of one workspace. */
  | { readonly kind: 'bot'; readonly token: string }
  /** The app's own, for which every workspace that installs it gives a token. */
  | { readonly kind: 'oauth'; readonly clientId: string; readonly clientSecret: string };

interface On {
  readonly kind: 'on';
  readonly credentials: SlackCredentials;
  /** Another address of the Web API, with a slash at its end; null: Slack's own. */
  readonly apiUrl: string | null;
}

/** How this installation takes part in Slack. */
export type SlackSetup =
  /** Not at all; the reason is for the log. */
  | { readonly kind: 'off'; readonly reason: string }
  /** Slack sends signed requests to a public address. */
  | (On & { readonly mode: 'http'; readonly signingSecret: string })
  /** Socket Mode: the service itself connects to Slack, and needs no public address. */
  | (On & { readonly mode: 'socket'; readonly appToken: string });

/** What the variables, found without fault (`slackFaults`), set up. Socket Mode if there is an app token. */
export function slackSetup(values: SlackValues): SlackSetup {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  const credentials = credentialsOf(values);
  if (credentials === null) return { kind: 'off', reason: 'no variable of Slack is set' };
  const on = { kind: 'on', credentials, apiUrl: values.SLACK_API_URL ?? null } as const;
  if (appToken !== undefined) return { ...on, mode: 'socket', appToken };
  if (signingSecret !== undefined) return { ...on, mode: 'http', signingSecret };
  return { kind: 'off', reason: 'neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is set' };
}

function credentialsOf(values: SlackValues): SlackCredentials | null {
  const { SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = values;
  if (token !== undefined) return { kind: 'bot', token };
  return clientId === undefined || clientSecret === undefined
    ? null
    : { kind: 'oauth', clientId, clientSecret };
}
