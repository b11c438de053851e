import type { Logger } from 'pino';
import type { Clock } from '../../../ports/clock.ts';
import { faultForLog } from '../../../runtime/fault.ts';
import type { OAuthClient } from '../api/oauth.ts';
import type { KeptInstallation, Tokens } from './installation.ts';
import type { Installations } from './installations.ts';
import { INSTALL_LIMITS } from './limits.ts';

export interface RotationParts {
  readonly installations: Pick<Installations, 'renew' | 'find'>;
  readonly oauth: Pick<OAuthClient, 'refresh'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * What came of renewing. `changed`: somebody else did, or the app was removed; look again. `failed`: not before `until`
 * (ms since 1970 UTC); `isFinal`: Slack will not give one at all.
 */
export type Renewed =
  | { readonly outcome: 'renewed'; readonly tokens: Tokens }
  | { readonly outcome: 'changed' }
  | {
      readonly outcome: 'failed';
      readonly reason: string;
      readonly isFinal: boolean;
      readonly until: number;
    };
type Failed = Extract<Renewed, { outcome: 'failed' }>;

/** Fetches new tokens before old ones end: one request at a time for each installation, and none is used before it is kept. */
export class Rotation {
  readonly #parts: RotationParts;
  readonly #underWay = new Map<string, Promise<Renewed>>();
  readonly #failed = new Map<string, Failed & { readonly version: number }>();
  /** What Slack gave and the store did not take yet, for which refresh token: Slack gives it only once. */
  readonly #unsaved = new Map<string, { readonly spent: string | null; readonly tokens: Tokens }>();

  constructor(parts: RotationParts) {
    this.#parts = parts;
  }

  /** Whoever asks while it is under way gets the same. @param kept with tokens that can be renewed. Never rejects */
  renew(kept: KeptInstallation, before: Tokens): Promise<Renewed> {
    const known = this.#failed.get(kept.id);
    if (known !== undefined && known.version === kept.version && this.#now() < known.until)
      return Promise.resolve(known);
    const present = this.#underWay.get(kept.id) ?? this.#begin(kept, before);
    this.#underWay.set(kept.id, present);
    return present;
  }

  /** Resolves when nothing is under way: what Slack gives then is kept before the store is closed. */
  async idle(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  async #begin(kept: KeptInstallation, before: Tokens): Promise<Renewed> {
    try {
      const renewed = await this.#fetch(kept, before);
      if (renewed.outcome === 'failed') this.#failed.set(kept.id, { ...renewed, version: kept.version });
      else this.#failed.delete(kept.id);
      return renewed;
    } finally {
      this.#underWay.delete(kept.id);
    }
  }

  async #fetch(kept: KeptInstallation, before: Tokens): Promise<Renewed> {
    const unsaved = this.#unsaved.get(kept.id);
    if (unsaved !== undefined && unsaved.spent === before.refresh)
      return this.#save(kept, before, unsaved.tokens);
    // A renewal that ended while this one was asked for has spent the token that this one knows.
    if ((await this.#versionOf(kept)) !== kept.version) return { outcome: 'changed' };
    if (before.refresh === null) return this.#final(kept, 'its token cannot be renewed');
    const granted = await this.#parts.oauth.refresh(before.refresh);
    if (granted.outcome === 'refused') return this.#final(kept, granted.reason);
    if (granted.outcome === 'unsure') return this.#later(granted.reason);
    const { token, refresh, expiresAt } = granted.grant;
    return this.#save(kept, before, { token, refresh: refresh ?? before.refresh, expiresAt });
  }

  async #save(kept: KeptInstallation, before: Tokens, tokens: Tokens): Promise<Renewed> {
    this.#unsaved.set(kept.id, { spent: before.refresh, tokens });
    try {
      const isKept = await this.#write(kept, before, tokens);
      this.#unsaved.delete(kept.id);
      return isKept ? { outcome: 'renewed', tokens } : { outcome: 'changed' };
    } catch (cause) {
      this.#parts.log.error(faultForLog(cause), 'a new token of a workspace could not be kept');
      return this.#later('the new token could not be kept');
    }
  }

  /** What was written meanwhile may be the same tokens, sealed anew; a new installation or a removal stands. */
  async #write(kept: KeptInstallation, { refresh }: Tokens, tokens: Tokens): Promise<boolean> {
    const { installations } = this.#parts;
    if (await installations.renew(kept, tokens)) return true;
    const present = await installations.find(kept.id);
    if (present === null || typeof present.tokens === 'string' || present.tokens.refresh !== refresh)
      return false;
    return installations.renew(present, tokens);
  }

  async #versionOf({ id, version }: KeptInstallation): Promise<number> {
    try {
      return (await this.#parts.installations.find(id))?.version ?? 0;
    } catch {
      // It is said where the new token cannot be kept.
      return version;
    }
  }

  #later(reason: string): Failed {
    return { outcome: 'failed', reason, isFinal: false, until: this.#now() + INSTALL_LIMITS.restMs };
  }

  /** The old token may still be good for a while, so this is said when somebody can still see to it in time. */
  #final({ id, version }: KeptInstallation, reason: string): Failed {
    const isNews = this.#failed.get(id)?.version !== version || this.#failed.get(id)?.isFinal !== true;
    if (isNews)
      this.#parts.log.error({ workspace: id, reason }, 'the token of a workspace cannot be renewed');
    return { outcome: 'failed', reason, isFinal: true, until: this.#now() + INSTALL_LIMITS.refusedMs };
  }

  #now(): number {
    return this.#parts.clock.now().epochMilliseconds;
  }
}
