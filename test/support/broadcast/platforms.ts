import { FAKE_APP as SLACK_APP } from '../slack/app.ts';
import { FakeSlack } from '../slack/fake-slack.ts';
import type { SlackFault } from '../slack/faults.ts';
import type { ConnectorFault } from '../teams/connector-faults.ts';
import { FakeTeams } from '../teams/fake-teams.ts';
import { type Destination, ENTERPRISE, ORGANISATION, tenantOfChat } from './destinations.ts';

/** Of the app that is installed in all workspaces. */
export const BROADCAST_TOKEN = 'xoxb-county-wide-secret';

/** What goes wrong, each by its share of all requests: refused as too many, a fault of the server, a reset after it was done. */
export interface Chances {
  readonly refused: number;
  readonly faulty: number;
  readonly reset: number;
}

/** A message as it stands somewhere: all its words, and how often it was changed. */
export interface Shown {
  readonly text: string;
  readonly updates: number;
}

/** Teams and Slack with their limits, and everybody who gets notices there. */
export class BroadcastPlatforms {
  readonly teams: FakeTeams;
  readonly slack: FakeSlack;

  static async start(destinations: readonly Destination[]): Promise<BroadcastPlatforms> {
    const [teams, slack] = await Promise.all([FakeTeams.start(), FakeSlack.start()]);
    teams.connector.rates.isOn = true;
    teams.connector.rates.tenantOf = tenantOfChat;
    slack.pacing.isOn = true;
    const orgWide = { token: BROADCAST_TOKEN, bot: 'U0DRIFTVAKT' };
    for (const { platform, home, place } of destinations) {
      if (platform === 'teams') continue;
      const workspace =
        slack.workspaces.get(home) ?? slack.addWorkspace({ team: home, enterprise: ENTERPRISE, orgWide });
      workspace.addChannel({ id: place });
    }
    return new BroadcastPlatforms(teams, slack);
  }

  private constructor(teams: FakeTeams, slack: FakeSlack) {
    this.teams = teams;
    this.slack = slack;
  }

  /** What the real service has to be started with to be a bot in both. */
  get environment(): Record<string, string> {
    return {
      ...this.teams.environment,
      SLACK_BOT_TOKEN: BROADCAST_TOKEN,
      SLACK_SIGNING_SECRET: SLACK_APP.signingSecret,
      SLACK_API_URL: this.slack.apiUrl,
      DRIFTVAKT_DEFAULT_ORG: ORGANISATION,
    };
  }

  /** How often a limit was broken. */
  get violations(): number {
    return this.teams.connector.rates.violations + this.slack.pacing.violations;
  }

  /** From now on things go wrong by chance. */
  goWrong(chances: Chances, random: () => number): void {
    const draw = (): 'refused' | 'faulty' | 'reset' | null => {
      const at = random();
      if (at < chances.refused) return 'refused';
      if (at < chances.refused + chances.faulty) return 'faulty';
      return at < chances.refused + chances.faulty + chances.reset ? 'reset' : null;
    };
    this.teams.connector.faults.chance = () => teamsFault(draw(), random);
    this.slack.faults.chance = () => slackFault(draw(), random);
  }

  /** What stands at a destination now, oldest first. */
  messages({ platform, home, place }: Destination): readonly Shown[] {
    if (platform === 'teams')
      return this.teams.connector
        .messages(place)
        .map(({ activity, updates }) => ({ text: JSON.stringify(activity), updates }));
    const messages = this.slack.workspaces.get(home)?.messages(place) ?? [];
    return messages
      .filter(({ isOfBot }) => isOfBot)
      .map(({ text, blocks, updates }) => ({ text: JSON.stringify([text, blocks]), updates }));
  }

  /** How many requests came in all. */
  get requests(): number {
    return this.teams.connector.seen.length + this.slack.seen.length;
  }

  stop(): void {
    this.teams.stop();
    this.slack.stop();
  }
}

type Fault = 'refused' | 'faulty' | 'reset' | null;

/** Of those faults of the server, half come before and half after what was asked for was done. */
function teamsFault(fault: Fault, random: () => number): ConnectorFault | null {
  if (fault === null) return null;
  if (fault === 'refused') return { status: 429, code: 'Throttled', headers: { 'Retry-After': '1' } };
  return fault === 'reset' ? 'reset-after' : { status: 503, taken: random() < 0.5 };
}

function slackFault(fault: Fault, random: () => number): SlackFault | null {
  if (fault === null) return null;
  if (fault === 'refused') return { retryAfter: 1 };
  return fault === 'reset' ? 'reset-after' : { status: 503, taken: random() < 0.5 };
}
