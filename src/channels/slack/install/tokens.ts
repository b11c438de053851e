import type { Logger } from 'pino';
import type { Clock } from '../../../ports/clock.ts';
import { faultForLog } from '../../../runtime/fault.ts';
import type { Call } from '../api/call.ts';
import { API_LIMITS } from '../api/limits.ts';
import { type TokenFor, testToken, type Workspace, type WorkspaceTokens } from '../api/tokens.ts';
import type { KeptInstallation, Tokens } from './installation.ts';
import type { Installations } from './installations.ts';
import { INSTALL_LIMITS } from './limits.ts';
import type { Rotation } from './rotation.ts';

export interface InstalledTokensParts {
  readonly installations: Installations;
  readonly rotation: Rotation;
  readonly call: Call;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where the app is installed, for operators. */
  readonly installAddress: () => string;
}

type NoToken = Exclude<TokenFor, { outcome: 'token' }>;

/** The tokens of the workspaces that installed the app. */
export class InstalledTokens implements WorkspaceTokens {
  readonly #parts: InstalledTokensParts;
  /** Tokens that Slack refused although they should be good, and until when Slack is not asked about them again. */
  readonly #refused = new Map<
    string,
    { readonly token: string; readonly until: number; readonly why: NoToken }
  >();
  /** Tokens that ended before their time: they are renewed before anything else is done. */
  readonly #ended = new Map<string, { readonly token: string; readonly at: number }>();

  constructor(parts: InstalledTokensParts) {
    this.#parts = parts;
  }

  async tokenFor(workspace: Workspace): Promise<TokenFor> {
    try {
      const kept = await this.#parts.installations.of(workspace);
      return kept === null ? this.#notInstalled(workspace.team) : await this.#tokenOf(kept);
    } catch (cause) {
      this.#parts.log.error(faultForLog(cause), 'the token of a workspace could not be read');
      return { outcome: 'retry', reason: 'the token of the workspace could not be read', afterMs: 1000 };
    }
  }

  async renew(workspace: Workspace, token: string): Promise<boolean> {
    try {
      const kept = await this.#parts.installations.of(workspace);
      const tokens = kept === null ? 'removed' : kept.tokens;
      if (kept === null || typeof tokens === 'string') return false;
      // Another one has taken its place meanwhile.
      if (tokens.token !== token) return true;
      return this.#hasEnded(kept, tokens) || this.#refuse(kept, token, this.#broken(kept));
    } catch {
      // The next try to read it tells what is wrong.
      return true;
    }
  }

  /** Renews what will end soon, so that nobody waits for it. */
  async keepFresh(): Promise<void> {
    for await (const kept of this.#parts.installations.here()) {
      const { tokens } = kept;
      if (typeof tokens === 'string') continue;
      if (kept.isOldSeal) await this.#parts.installations.renew(kept, tokens);
      else if (this.#isDue(tokens, INSTALL_LIMITS.aheadMs)) await this.#parts.rotation.renew(kept, tokens);
    }
  }

  async #tokenOf(kept: KeptInstallation, isAgain = false): Promise<TokenFor> {
    const { tokens } = kept;
    if (tokens === 'removed') return this.#notInstalled(kept.id);
    if (tokens === 'unreadable') return failed(this.#unreadable(kept));
    const refusal = await this.#stillRefused(kept, tokens);
    if (refusal !== null) return refusal;
    const isOver =
      this.#isDue(tokens, INSTALL_LIMITS.leastMs) || this.#ended.get(kept.id)?.token === tokens.token;
    if (!isOver) {
      if (this.#isDue(tokens, INSTALL_LIMITS.aheadMs)) void this.#parts.rotation.renew(kept, tokens);
      return given(kept, tokens);
    }
    const renewed = await this.#parts.rotation.renew(kept, tokens);
    if (renewed.outcome === 'renewed') return given(kept, renewed.tokens);
    if (renewed.outcome === 'failed') return this.#withoutNew(kept, tokens, renewed);
    const present = isAgain ? null : await this.#parts.installations.find(kept.id);
    return present === null
      ? { outcome: 'retry', reason: 'the token of the workspace has just changed', afterMs: 0 }
      : this.#tokenOf(present, true);
  }

  /** The old one is good until its last moment, unless Slack has refused it. */
  #withoutNew(
    kept: KeptInstallation,
    tokens: Tokens,
    {
      reason,
      isFinal,
      until,
    }: { readonly reason: string; readonly isFinal: boolean; readonly until: number },
  ): TokenFor {
    const isRefused = this.#ended.get(kept.id)?.token === tokens.token;
    if (!isRefused && !this.#isDue(tokens, 0)) return given(kept, tokens);
    const said = `the token has ended and was not renewed: ${reason}`;
    if (isFinal) return failed(`${said}; ${this.#again()}`);
    return { outcome: 'retry', reason: said, afterMs: Math.max(0, until - this.#now()) };
  }

  /** A token that can be renewed and was refused before its time, and not just after it was renewed. */
  #hasEnded({ id }: KeptInstallation, { token, refresh }: Tokens): boolean {
    const now = this.#now();
    const last = this.#ended.get(id);
    if (last?.token === token) return true;
    if (refresh === null || (last !== undefined && now - last.at < API_LIMITS.refusedMs)) return false;
    this.#ended.set(id, { token, at: now });
    return true;
  }

  /** A token that Slack refused is asked about once a minute; nothing is done with it before. Null: it is good. */
  async #stillRefused(kept: KeptInstallation, { token }: Tokens): Promise<NoToken | null> {
    const refusal = this.#refused.get(kept.id);
    if (refusal?.token !== token) return null;
    if (this.#now() < refusal.until) return refusal.why;
    // Whoever asks meanwhile is told what was known.
    this.#refuse(kept, token, refusal.why);
    const tested = await testToken(token, this.#parts.call);
    if (tested.outcome === 'known') this.#refused.delete(kept.id);
    else if (tested.outcome === 'failed') this.#refuse(kept, token, tested);
    return tested.outcome === 'known' ? null : tested;
  }

  #refuse({ id }: KeptInstallation, token: string, why: NoToken): false {
    this.#refused.set(id, { token, until: this.#now() + API_LIMITS.refusedMs, why });
    return false;
  }

  #isDue({ expiresAt }: Tokens, ahead: number): boolean {
    return expiresAt !== null && expiresAt - ahead <= this.#now();
  }

  #notInstalled(id: string): NoToken {
    return failed(`the app is not installed in ${shown(id)}; an administrator of it ${this.#doing()}`);
  }

  #broken({ id }: KeptInstallation): NoToken {
    return failed(`Slack refuses the token of ${shown(id)}; ${this.#again()}`);
  }

  #unreadable({ id }: KeptInstallation): string {
    return `the token of ${shown(id)} was sealed with another DRIFTVAKT_LINK_SECRET; set the former one as DRIFTVAKT_LINK_SECRET_BEFORE, or ${this.#again()}`;
  }

  #again(): string {
    return `somebody of the workspace ${this.#doing()} again`;
  }

  #doing(): string {
    return `installs it at ${this.#parts.installAddress()}`;
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}

function given({ botUsers }: KeptInstallation, { token }: Tokens): TokenFor {
  return { outcome: 'token', token, botUsers };
}

function failed(reason: string): NoToken {
  return { outcome: 'failed', about: 'installation', reason };
}

function shown(id: string): string {
  return /^[A-Z0-9]{1,30}$/.test(id) ? id : 'that workspace';
}
