import { isPlain } from './addresses.ts';
import type { SlackVariable } from './slack-variables.ts';

/** What is set, by name; never empty. */
type Variables = Readonly<Partial<Record<string, string>>>;

/** With any of these Slack is to be on. SLACK_API_URL alone says nothing. */
const OF_SLACK = [
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
] as const satisfies SlackVariable[];

const CLIENT = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'] as const;

/** What is wrong with the variables of Slack together, each by name. Values never appear. */
export function slackFaults(set: Variables, production: boolean): string[] {
  const isTouched = OF_SLACK.some((name) => set[name] !== undefined);
  return [
    ...(isTouched ? [...wayInFaults(set), ...credentialFaults(set)] : []),
    ...(production && CLIENT.every((name) => set[name] !== undefined) ? installFaults(set) : []),
    ...(production && isPlain(set.SLACK_API_URL)
      ? ['SLACK_API_URL is refused in production without https']
      : []),
  ];
}

/** Requests that nobody can prove to be Slack's are never taken: without a secret there must be a socket. */
function wayInFaults(set: Variables): string[] {
  if (set.SLACK_APP_TOKEN !== undefined) return [];
  return missing(
    set,
    'SLACK_SIGNING_SECRET',
    'copy the “Signing Secret” of the app, or for Socket Mode set SLACK_APP_TOKEN',
  );
}

function credentialFaults(set: Variables): string[] {
  const client = CLIENT.filter((name) => set[name] !== undefined);
  if (set.SLACK_BOT_TOKEN !== undefined)
    return client.map(
      (name) =>
        `${name} is set beside SLACK_BOT_TOKEN; keep the token for one workspace, or ${CLIENT.join(' and ')} for several`,
    );
  if (client.length > 0)
    return CLIENT.flatMap((name) => missing(set, name, `it goes with ${client.join(' and ')}`));
  return missing(
    set,
    'SLACK_BOT_TOKEN',
    `copy the “Bot User OAuth Token”, or for several workspaces set ${CLIENT.join(' and ')}`,
  );
}

/** Slack sends browsers back to a public address, and what it gives is kept under a secret. */
function installFaults(set: Variables): string[] {
  const needed = {
    DRIFTVAKT_PUBLIC_URL:
      'set it to the https address of the service; Slack sends back to it whoever installs the app',
    DRIFTVAKT_LINK_SECRET: 'set it to 32 random characters; with it the tokens of the workspaces are sealed',
  };
  const absent = Object.entries(needed)
    .filter(([name]) => set[name] === undefined)
    .map(([name, advice]) => `${name} is missing, while Slack is set up for several workspaces; ${advice}`);
  return set.DRIFTVAKT_DEFAULT_ORG === undefined ? absent : [...absent, OPEN_TO_ANYBODY];
}

/** Anybody can put an app that is shared into a workspace of their own. */
const OPEN_TO_ANYBODY =
  'DRIFTVAKT_DEFAULT_ORG is refused in production while Slack is set up for several workspaces: whoever installs the app would get the numbers of that organisation; name the workspaces in its playbook instead';

function missing(set: Variables, name: SlackVariable, advice: string): string[] {
  return set[name] === undefined ? [`${name} is missing, while Slack is partly set up; ${advice}`] : [];
}
