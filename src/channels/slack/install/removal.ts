import type { Logger } from 'pino';
import type { Call } from '../api/call.ts';
import { testToken, type WorkspaceTokens } from '../api/tokens.ts';
import type { Removed } from '../receiver/parse/outcome.ts';
import type { Installations } from './installations.ts';
import { INSTALL_LIMITS } from './limits.ts';

export interface RemovalParts {
  readonly installations: Pick<Installations, 'of' | 'remove'>;
  readonly tokens: Pick<WorkspaceTokens, 'tokenFor'>;
  readonly call: Call;
  readonly log: Logger;
  readonly installAddress: () => string;
}

/** Slack could not be asked in time whether it is so; it tells of it again. */
class NotKnownError extends Error {
  override readonly name = 'NotKnownError';
}

/**
 * What is done when Slack says that a workspace removed the app, or revoked tokens. Such news may come late, after the
 * app was installed again, or be about another token: so the present token is asked about, and only if it is refused
 * the installation ends. Rejects if that could not be found out or kept.
 */
export function removals(parts: RemovalParts): (removed: Removed) => Promise<void> {
  const { installations, log, installAddress } = parts;
  return async (removed) => {
    const { team, enterprise, by, bots } = removed;
    const kept = await installations.of({ team, enterprise });
    const about = { workspace: kept?.id ?? team, by };
    if (kept === null || kept.tokens === 'removed') return;
    if (by === 'revoked' && !bots.some((bot) => kept.botUsers.includes(bot))) {
      log.debug(about, 'tokens were revoked that are not the bot’s');
      return;
    }
    if (kept.tokens !== 'unreadable' && (await isGood(parts, removed))) {
      log.info(about, 'Slack told of a removal that is over: the token is good');
      return;
    }
    if (!(await installations.remove(kept))) throw new NotKnownError();
    log.warn(
      { ...about, install: installAddress() },
      'a workspace removed the app: its messages wait for five hours, and go out if it is installed again there',
    );
  };
}

async function isGood(parts: RemovalParts, removed: Removed): Promise<boolean> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new NotKnownError()), INSTALL_LIMITS.removalMs);
  try {
    return await Promise.race([isTaken(parts, removed), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function isTaken({ tokens, call }: RemovalParts, removed: Removed): Promise<boolean> {
  const given = await tokens.tokenFor(removed);
  if (given.outcome === 'failed') return false;
  if (given.outcome === 'retry') throw new NotKnownError();
  const tested = await testToken(given.token, call);
  if (tested.outcome === 'retry') throw new NotKnownError();
  return tested.outcome === 'known';
}
