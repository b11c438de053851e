import { Pacer } from '../../../../../src/channels/pace/pacer.ts';
import type { SlackApi } from '../../../../../src/channels/slack/api/api.ts';
import { type CallParts, slackCall } from '../../../../../src/channels/slack/api/call.ts';
import { slackApi } from '../../../../../src/channels/slack/api/client.ts';
import { slackPace } from '../../../../../src/channels/slack/api/pace.ts';
import {
  botToken,
  type Workspace,
  type WorkspaceTokens,
} from '../../../../../src/channels/slack/api/tokens.ts';
import { HandAlarm } from '../../../../support/engine.ts';
import { FakeSlack } from '../../../../support/slack/fake-slack.ts';
import type { Method } from '../../../../support/slack/methods.ts';
import type { FakeWorkspace } from '../../../../support/slack/workspace.ts';
import type { FakeChannel } from '../../../../support/slack/world.ts';

export const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z').epochMilliseconds;
export const WORDS = { text: 'Skriveren er borte', blocks: [] };

/** A client of ours against a fake Slack with one workspace, on one clock in the test's hand. */
export class Stage {
  readonly slack: FakeSlack;
  readonly town: FakeWorkspace;
  readonly channel: FakeChannel;
  readonly user: string;
  readonly tokens: WorkspaceTokens;
  readonly api: SlackApi;
  readonly clock: { now(): Temporal.Instant };
  readonly pacer: Pacer;

  static async start(parts: Partial<CallParts> = {}): Promise<Stage> {
    const time = { now: NOW };
    return new Stage(await FakeSlack.start(() => time.now), time, parts);
  }

  readonly time: { now: number };

  private constructor(slack: FakeSlack, time: { now: number }, parts: Partial<CallParts>) {
    this.slack = slack;
    this.time = time;
    this.clock = { now: () => Temporal.Instant.fromEpochMilliseconds(time.now) };
    this.town = slack.addWorkspace({ team: 'T1', enterprise: 'E1' });
    this.user = this.town.addUser({ name: 'anna' }).id;
    this.channel = this.town.addChannel({ members: [this.user] });
    // What has to wait for a moment is let go by nobody here: tests move the clock, and ask again.
    this.pacer = new Pacer({ clock: this.clock, alarm: new HandAlarm(), random: () => 0.5, spareMs: 0 });
    const call = slackCall({ apiUrl: slack.apiUrl, clock: this.clock, ...parts });
    this.tokens = botToken(this.town.token, call, this.clock);
    this.api = slackApi({ tokens: this.tokens, call, pace: slackPace(this.pacer) });
  }

  get of(): Workspace {
    return { team: this.town.team, enterprise: this.town.enterprise };
  }

  get place(): { channel: string; thread: string | null } {
    return { channel: this.channel.id, thread: null };
  }

  /** Calls of a method that came to Slack. */
  calls(method: Method): number {
    return this.slack.calls(method);
  }

  stop(): void {
    this.slack.stop();
  }
}
