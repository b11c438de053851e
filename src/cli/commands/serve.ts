import { once } from 'node:events';
import { Command } from 'commander';
import { SlackConflictError } from '../../channels/slack/organisations.ts';
import { SlackSettingsError } from '../../channels/slack/receiver/verify.ts';
import { TeamsConflictError } from '../../channels/teams/organisations.ts';
import { TeamsSettingsError } from '../../channels/teams/receiver/settings.ts';
import { type Environment, readEnvironment } from '../../config/environment.ts';
import { loadPlaybooks } from '../../playbook/load.ts';
import { PicturesError } from '../../ports/pictures/error.ts';
import { StoreError } from '../../ports/store/error.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** So long connections of others may keep the process at its end, in ms. */
const LINGER_MS = 500;

/** `driftvakt serve`: the service. Ends on SIGTERM or SIGINT. */
export function serveCommand(terminal: Terminal): Command {
  return new Command('serve').description('run the service').action(async () => {
    const environment = readEnvironment(terminal.environment);
    const playbooks = loadPlaybooks(environment.DRIFTVAKT_PLAYBOOKS, environment.production);
    const linked = [...playbooks.values()].filter(({ pages }) => Object.values(pages).includes('link'));
    if (environment.production && environment.DRIFTVAKT_LINK_SECRET === undefined && linked.length > 0) {
      throw new UsageError(
        `DRIFTVAKT_LINK_SECRET is not set, but ${linked.map(({ organisation }) => organisation).join(', ')} shows pages only by link; set it to 32 random characters`,
      );
    }
    const { startService } = await import('../../service.ts');
    const service = await startService(environment, playbooks, terminal.clock).catch((cause: unknown) => {
      throw explained(cause, environment);
    });
    terminal.out(`Driftvakt serves ${playbooks.size} organisations at ${service.address}\n`);
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    await service.stop();
    // What a slow platform still owes an answer to is seen to by the next start, or by other processes.
    setTimeout(() => process.exit(), LINGER_MS).unref();
  });
}

/** Faults of playbooks and settings, whose message says what to do. */
const SETTINGS = [TeamsConflictError, TeamsSettingsError, SlackConflictError, SlackSettingsError];

/** What keeps the service from starting and an operator can change, by the name of the variable. */
function explained(cause: unknown, { PORT, HOST }: Environment): unknown {
  if (SETTINGS.some((kind) => cause instanceof kind)) return new UsageError((cause as Error).message);
  if (cause instanceof PicturesError) return new UsageError(`Pictures cannot be kept: ${cause.message}`);
  if (cause instanceof StoreError) return new UsageError(`DRIFTVAKT_STORE cannot be used: ${cause.message}`);
  const { code } = cause as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') return cause;
  return new UsageError(`PORT ${PORT} on HOST ${HOST} cannot be used (${code}); choose another`);
}
