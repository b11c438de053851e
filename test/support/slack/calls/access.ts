import { type Answer, type Call, done, isTrue, refused, textArg } from '../answers.ts';
import { FAKE_APP } from '../app.ts';
import type { Json } from '../check.ts';
import { FAKE_LIMITS } from '../limits.ts';
import { ALL_SCOPES } from '../methods.ts';
import type { FakeWorkspace } from '../workspace.ts';

/** `auth.test` */
export function authTest({ workspace }: Call): Answer {
  const { team, domain, bot, botId, enterprise } = workspace;
  return done({
    ...{
      url: `https://${domain}.slack.com/`,
      team: domain,
      user: bot.name,
      team_id: team,
      user_id: bot.id,
      bot_id: botId,
    },
    ...{ is_enterprise_install: false, ...(enterprise !== null && { enterprise_id: enterprise }) },
  });
}

/** `auth.revoke`: that token alone. */
export function authRevoke({ token, args }: Call): Answer {
  if (isTrue(args.test)) return done({ revoked: false });
  token.state = 'revoked';
  return done({ revoked: true });
}

/** `apps.uninstall`: afterwards the tokens of the bot are those of a removed app. */
export function uninstall({ workspace, args }: Call): Answer {
  if (textArg(args, 'client_id') !== FAKE_APP.clientId) return refused('invalid_client_id');
  if (textArg(args, 'client_secret') !== FAKE_APP.clientSecret) return refused('bad_client_secret');
  workspace.endTokens('inactive');
  return done({ uninstalled: true });
}

/** What an OAuth code, or a refresh token, was given for. */
export interface Grant {
  readonly workspace: FakeWorkspace;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | null;
  readonly isRotating: boolean;
  readonly at: number;
}

/** The codes and refresh tokens that are still good: each is good once. */
export class OAuth {
  readonly #codes = new Map<string, Grant>();
  readonly #refreshing = new Map<string, Grant>();

  /** As if somebody had pressed “Allow” on Slack's page; the code comes back with the redirect. */
  allow(
    workspace: FakeWorkspace,
    user: string,
    given: { scopes?: readonly string[]; redirectUri?: string; isRotating?: boolean } = {},
  ): string {
    const code = `${workspace.clock.id('1')}.${workspace.clock.id('2')}.code`;
    this.#codes.set(code, {
      ...{ workspace, user, scopes: given.scopes ?? ALL_SCOPES, redirectUri: given.redirectUri ?? null },
      ...{ isRotating: given.isRotating ?? false, at: workspace.clock.now },
    });
    return code;
  }

  /** `oauth.v2.access`. @param basic the client's id and secret from the Authorization header */
  access(args: Json, basic: readonly [string, string] | null): Answer {
    const [id, secret] = basic ?? [textArg(args, 'client_id'), textArg(args, 'client_secret')];
    if (id !== FAKE_APP.clientId) return refused('invalid_client_id');
    if (secret !== FAKE_APP.clientSecret) return refused('bad_client_secret');
    const type = textArg(args, 'grant_type') || 'authorization_code';
    if (type === 'authorization_code') return this.#exchange(args);
    return type === 'refresh_token' ? this.#refresh(args) : refused('invalid_grant_type');
  }

  #exchange(args: Json): Answer {
    const code = textArg(args, 'code');
    const grant = this.#codes.get(code);
    if (grant === undefined || grant.workspace.clock.now - grant.at > FAKE_LIMITS.codeMs.max)
      return refused('invalid_code');
    if (grant.redirectUri !== null && textArg(args, 'redirect_uri') !== grant.redirectUri)
      return refused('bad_redirect_uri');
    this.#codes.delete(code);
    return this.#grant(grant);
  }

  #refresh(args: Json): Answer {
    const given = textArg(args, 'refresh_token');
    const grant = this.#refreshing.get(given);
    if (grant === undefined) return refused('invalid_refresh_token');
    this.#refreshing.delete(given);
    return this.#grant(grant);
  }

  #grant(grant: Grant): Answer {
    const { workspace, user, scopes, isRotating } = grant;
    const { clock, team, domain, enterprise, bot } = workspace;
    const seconds = FAKE_LIMITS.rotatingSeconds.max;
    const token = `${isRotating ? 'xoxe.xoxb-1-' : 'xoxb-'}${team}-${clock.id('S')}`;
    workspace.addToken({ token, scopes, expiresAt: isRotating ? clock.now + seconds * 1000 : null });
    const refresh = `xoxe-1-${clock.id('R')}`;
    if (isRotating) this.#refreshing.set(refresh, grant);
    return done({
      ...{
        access_token: token,
        token_type: 'bot',
        scope: scopes.join(','),
        bot_user_id: bot.id,
        app_id: FAKE_APP.appId,
      },
      ...(isRotating && { expires_in: seconds, refresh_token: refresh }),
      ...{
        team: { id: team, name: domain },
        enterprise: enterprise === null ? null : { id: enterprise, name: domain },
      },
      ...{ authed_user: { id: user }, is_enterprise_install: false },
    });
  }
}
