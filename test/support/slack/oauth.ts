import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, done, refused, textArg } from './answers.ts';
import { FAKE_APP } from './app.ts';
import type { Json } from './check.ts';
import { FAKE_LIMITS } from './limits.ts';
import { ALL_SCOPES } from './methods.ts';
import type { FakeWorkspace } from './workspace.ts';

/** What somebody allows when they install the app. */
export interface Allowing {
  readonly scopes?: readonly string[];
  readonly redirectUri?: string;
  /** Whether its tokens expire. */
  readonly isRotating?: boolean;
  /** The app of the whole Enterprise organisation that the workspace belongs to. */
  readonly isWhole?: boolean;
}

/** Whoever looks at Slack's page “… is requesting permission”, and what they do there. */
export type Visitor =
  | ({ readonly workspace: FakeWorkspace; readonly user: string } & Allowing)
  /** Slack sends them back with this error, such as `access_denied`. */
  | { readonly error: string };

/** What an OAuth code, or a refresh token, was given for. */
interface Grant {
  readonly workspace: FakeWorkspace;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | null;
  readonly isRotating: boolean;
  readonly isWhole: boolean;
  readonly at: number;
}

/**
 * Slack's side of an installation: its page, and the codes and refresh tokens that are still good, each of which is good
 * once. Source: docs.slack.dev/authentication/installing-with-oauth, using-token-rotation
 */
export class OAuth {
  /** Who comes to the page next, and stays there. */
  visitor: Visitor = { error: 'access_denied' };
  readonly #codes = new Map<string, Grant>();
  readonly #refreshing = new Map<string, Grant & { readonly token: string }>();

  /** As if somebody had pressed “Allow” on Slack's page; the code comes back with the redirect. */
  allow(workspace: FakeWorkspace, user: string, given: Allowing = {}): string {
    const code = `${workspace.clock.id('1')}.${workspace.clock.id('2')}.code`;
    this.#codes.set(code, {
      ...{ workspace, user, scopes: given.scopes ?? ALL_SCOPES, redirectUri: given.redirectUri ?? null },
      ...{ isRotating: given.isRotating ?? false, isWhole: given.isWhole ?? false, at: workspace.clock.now },
    });
    return code;
  }

  /** `/oauth/v2/authorize`: a bad request is told on the page; else the browser is sent back at once. */
  page(request: IncomingMessage, response: ServerResponse): void {
    const query = new URL(request.url ?? '/', 'http://fake').searchParams;
    const [scope, redirectUri] = [query.get('scope') ?? '', query.get('redirect_uri') ?? ''];
    const fault =
      query.get('client_id') !== FAKE_APP.clientId ? 'invalid_client_id' : scope === '' ? 'no_scopes' : null;
    if (fault !== null || !URL.canParse(redirectUri)) {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(`<html>Something went wrong: ${fault ?? 'bad_redirect_uri'}</html>`);
      return;
    }
    const back = new URL(redirectUri);
    const { visitor } = this;
    if ('error' in visitor) back.searchParams.set('error', visitor.error);
    else {
      const allowed = { scopes: scope.split(','), ...visitor, redirectUri };
      back.searchParams.set('code', this.allow(visitor.workspace, visitor.user, allowed));
    }
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { Location: back.href });
    response.end();
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

  /** The token before stays good until it expires; what was revoked or removed cannot be renewed. */
  #refresh(args: Json): Answer {
    const given = textArg(args, 'refresh_token');
    const grant = this.#refreshing.get(given);
    this.#refreshing.delete(given);
    if (grant === undefined || grant.workspace.tokens.get(grant.token)?.state !== 'good')
      return refused('invalid_refresh_token');
    return this.#grant(grant);
  }

  #grant(grant: Grant): Answer {
    const { workspace, user, scopes, isRotating, isWhole } = grant;
    const { clock, team, domain, enterprise, bot } = workspace;
    const seconds = FAKE_LIMITS.rotatingSeconds.max;
    const token = `${isRotating ? 'xoxe.xoxb-1-' : 'xoxb-'}${team}-${clock.id('S')}`;
    const expiresAt = isRotating ? clock.now + seconds * 1000 : null;
    workspace.addToken({ token, scopes, expiresAt, isWhole });
    const refresh = `xoxe-1-${clock.id('R')}`;
    if (isRotating) this.#refreshing.set(refresh, { ...grant, token });
    return done({
      ...{ access_token: token, token_type: 'bot', scope: scopes.join(',') },
      ...{ bot_user_id: bot.id, app_id: FAKE_APP.appId },
      ...(isRotating && { expires_in: seconds, refresh_token: refresh }),
      ...{
        team: isWhole ? null : { id: team, name: domain },
        enterprise: enterprise === null ? null : { id: enterprise, name: domain },
      },
      ...{ authed_user: { id: user }, is_enterprise_install: isWhole },
    });
  }
}
