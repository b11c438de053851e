import { z } from 'zod';
import type { Clock } from '../../../ports/clock.ts';
import type { Asking } from '../../pace/window.ts';
import type { Call } from './call.ts';
import { type Certain, repeatable } from './failure.ts';
import { API_LIMITS } from './limits.ts';

/** A workspace, and the organisation on Slack's Enterprise plan that it belongs to. */
export interface Workspace {
  /** T… */
  readonly team: string;
  /** E…; null if it belongs to none. */
  readonly enterprise: string | null;
  /** On whose behalf something is asked there; left out: somebody waits for it. */
  readonly asking?: Asking;
}

/** A bot's token, or why there is none. */
export type TokenFor =
  | {
      readonly outcome: 'token';
      readonly token: string;
      /** The bot's own user in that workspace (U…), and those that it was there before, if it was installed anew. */
      readonly botUsers: readonly string[];
    }
  | Extract<Certain, { outcome: 'retry' | 'failed' }>;

/** Where the token of each workspace comes from. */
export interface WorkspaceTokens {
  /** One that Slack took lately, or that was not refused yet. Never rejects. */
  tokenFor(workspace: Workspace): Promise<TokenFor>;
  /**
   * Slack refused this token of the workspace: it is not given again before something is done about it.
   * @returns whether another one can be had, so that trying again helps. Never rejects
   */
  renew(workspace: Workspace, token: string): Promise<boolean>;
}

/** https://docs.slack.dev/reference/methods/auth.test */
const identity = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().catch(false),
  user_id: z.string().min(1),
});
type Identity = z.output<typeof identity>;

/** Whether Slack takes a token. `failed`: it is refused; `retry`: not to be known now. */
export type Tested =
  | { readonly outcome: 'known'; readonly identity: Identity }
  | Exclude<TokenFor, { outcome: 'token' }>;

/** The one token of `SLACK_BOT_TOKEN`. Slack is asked once whose it is; whoever asks meanwhile waits for the same answer. */
export function botToken(token: string, call: Call, clock: Clock): WorkspaceTokens {
  let known: Identity | null = null;
  let refusal: { readonly tested: Exclude<Tested, { outcome: 'known' }>; readonly until: number } | null =
    null;
  let underWay: Promise<Tested> | null = null;
  const now = () => clock.now().epochMilliseconds;

  async function test(): Promise<Tested> {
    const tested = await testToken(token, call);
    if (tested.outcome === 'known') known = tested.identity;
    if (tested.outcome === 'failed') refusal = { tested, until: now() + API_LIMITS.refusedMs };
    return tested;
  }

  return {
    async tokenFor(workspace) {
      if (known !== null) return givenTo(workspace, known, token);
      if (refusal !== null && now() < refusal.until) return refusal.tested;
      underWay ??= test().finally(() => {
        underWay = null;
      });
      const tested = await underWay;
      return tested.outcome === 'known' ? givenTo(workspace, tested.identity, token) : tested;
    },
    async renew(_workspace, refused) {
      if (refused === token) known = null;
      return false;
    },
  };
}

/** Asks Slack whose a token is, and whether it is taken at all. */
export async function testToken(token: string, call: Call): Promise<Tested> {
  const answer = await call('auth.test', token, {});
  if (answer.outcome === 'ok') {
    const read = identity.safeParse(answer.body).data;
    if (read !== undefined) return { outcome: 'known', identity: read };
    return { outcome: 'retry', reason: 'Slack does not say whose the token is', afterMs: 0 };
  }
  const { reason } = answer;
  if (answer.outcome === 'refused' || answer.outcome === 'gone' || answer.outcome === 'not-taken')
    return { outcome: 'failed', about: 'installation', reason };
  const certain = repeatable(answer);
  return certain.outcome === 'retry' ? certain : { outcome: 'failed', about: 'installation', reason };
}

function givenTo(workspace: Workspace, known: Identity, token: string): TokenFor {
  const isWhole = known.is_enterprise_install && known.enterprise_id === workspace.enterprise;
  if (known.team_id === workspace.team || (isWhole && workspace.enterprise !== null))
    return { outcome: 'token', token, botUsers: [known.user_id] };
  const reason = `SLACK_BOT_TOKEN is not of the workspace ${shown(workspace.team)}; install the app there, with OAuth`;
  return { outcome: 'failed', about: 'installation', reason };
}

function shown(id: string): string {
  return /^[A-Z0-9]{1,20}$/.test(id) ? id : 'that was asked for';
}
