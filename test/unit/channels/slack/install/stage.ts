import { pino } from 'pino';
import { slackCall } from '../../../../../src/channels/slack/api/call.ts';
import { oauthClient } from '../../../../../src/channels/slack/api/oauth.ts';
import type { TokenFor } from '../../../../../src/channels/slack/api/tokens.ts';
import { installationOf } from '../../../../../src/channels/slack/install/installation.ts';
import { Installations } from '../../../../../src/channels/slack/install/installations.ts';
import { removals } from '../../../../../src/channels/slack/install/removal.ts';
import { Rotation } from '../../../../../src/channels/slack/install/rotation.ts';
import { sealOf } from '../../../../../src/channels/slack/install/seal.ts';
import { InstalledTokens } from '../../../../../src/channels/slack/install/tokens.ts';
import type { Removed } from '../../../../../src/channels/slack/receiver/parse/outcome.ts';
import type { Store } from '../../../../../src/ports/store.ts';
import { openSqliteStore } from '../../../../../src/storage/sqlite/open.ts';
import { FAKE_APP } from '../../../../support/slack/app.ts';
import { FakeSlack } from '../../../../support/slack/fake-slack.ts';
import type { Allowing } from '../../../../support/slack/oauth.ts';
import type { FakeWorkspace } from '../../../../support/slack/workspace.ts';

export const SECRET = 'a secret of thirty-two characters';
export const HOUR = 3_600_000;
const START = Temporal.Instant.from('2026-11-23T09:00:00Z').epochMilliseconds;

/** The installations against a fake Slack and a real store, on one clock in the test's hand. */
export class InstallStage {
  readonly slack: FakeSlack;
  readonly town: FakeWorkspace;
  readonly store: Store = openSqliteStore({ file: ':memory:' });
  readonly log: Record<string, unknown>[] = [];
  readonly time: { now: number };
  installations: Installations;
  tokens: InstalledTokens;
  rotation: Rotation;
  forget: (removed: Removed) => Promise<void>;
  readonly logger = pino({ level: 'info' }, { write: (line) => void this.log.push(JSON.parse(line)) });

  static async start(): Promise<InstallStage> {
    const time = { now: START };
    return new InstallStage(await FakeSlack.start(() => time.now), time);
  }

  private constructor(slack: FakeSlack, time: { now: number }) {
    this.slack = slack;
    this.time = time;
    this.town = slack.addWorkspace({ team: 'T1', enterprise: 'E1', isInstalled: false });
    [this.installations, this.rotation, this.tokens, this.forget] = this.#parts();
  }

  /** As after a restart: only what the store has is known. */
  restart(secrets: readonly [string, ...string[]] = [SECRET], store: Store = this.store): void {
    [this.installations, this.rotation, this.tokens, this.forget] = this.#parts(secrets, store);
  }

  #parts(
    secrets: readonly [string, ...string[]] = [SECRET],
    store: Store = this.store,
  ): [Installations, Rotation, InstalledTokens, (removed: Removed) => Promise<void>] {
    const installations = new Installations({ records: store, seal: sealOf(secrets, 'slack-tokens') });
    const { clock, oauth } = this;
    const log = this.logger;
    const call = slackCall({ apiUrl: this.slack.apiUrl, clock });
    const installAddress = () => 'https://bot.example.test/slack/install';
    const rotation = new Rotation({ installations, oauth, clock, log });
    const tokens = new InstalledTokens({ installations, rotation, call, clock, log, installAddress });
    return [installations, rotation, tokens, removals({ installations, tokens, call, log, installAddress })];
  }

  get clock() {
    return { now: () => Temporal.Instant.fromEpochMilliseconds(this.time.now) };
  }

  get oauth() {
    const { clientId, clientSecret } = FAKE_APP;
    return oauthClient({ apiUrl: this.slack.apiUrl, clock: this.clock, clientId, clientSecret });
  }

  /** Installs the app, by default with tokens that end after 12 hours. */
  async install(town = this.town, allowing: Allowing = { isRotating: true }): Promise<void> {
    const redirectUri = 'https://bot.example.test/slack/oauth_redirect';
    const code = this.slack.oauth.allow(town, 'U0ADMIN', { ...allowing, redirectUri });
    const granted = await this.oauth.exchange(code, redirectUri);
    if (granted.outcome !== 'granted') throw new Error(granted.reason);
    await this.installations.keep(installationOf(granted.grant, this.time.now));
  }

  tokenFor(team = 'T1', enterprise: string | null = 'E1'): Promise<TokenFor> {
    return this.tokens.tokenFor({ team, enterprise });
  }

  /** The token that is given; fails if none is. */
  async token(): Promise<string> {
    const given = await this.tokenFor();
    if (given.outcome === 'token') return given.token;
    throw new Error(given.reason);
  }

  get renewals(): number {
    return this.slack.seenOf('oauth.v2.access').filter(({ args }) => args.grant_type === 'refresh_token')
      .length;
  }

  /** What the log says at a level or above: 40 warn, 50 error. */
  said(level = 40): string[] {
    return this.log.filter((line) => Number(line.level) >= level).map((line) => JSON.stringify(line));
  }

  async stop(): Promise<void> {
    this.slack.stop();
    await this.store.close();
  }
}
