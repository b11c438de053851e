import { readEnvironment } from '../config/environment.ts';
import { LinkKeys } from '../http/link-key.ts';
import { type Terminal, UsageError } from './terminal.ts';

/**
 * The keys of links and tokens, made of the environment's secret.
 * @throws UsageError where production has no secret
 */
export function keysOf(terminal: Terminal): LinkKeys {
  const { DRIFTVAKT_LINK_SECRET, production } = readEnvironment(terminal.environment);
  if (production && DRIFTVAKT_LINK_SECRET === undefined)
    throw new UsageError(
      'DRIFTVAKT_LINK_SECRET is not set; production makes no links and no tokens without it',
    );
  return new LinkKeys(DRIFTVAKT_LINK_SECRET, production);
}
