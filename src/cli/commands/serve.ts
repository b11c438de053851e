import { once } from 'node:events';
import { Command } from 'commander';
import { readEnvironment } from '../../config/environment.ts';
import { loadPlaybooks } from '../../playbook/load.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** `driftvakt serve`: the service. Ends on SIGTERM or SIGINT. */
export function serveCommand(terminal: Terminal): Command {
  return new Command('serve').description('run the service').action(async () => {
    const environment = readEnvironment(terminal.environment);
    const playbooks = loadPlaybooks(environment.DRIFTVAKT_PLAYBOOKS, environment.production);
    const linked = [...playbooks.values()].filter(
      ({ pages }) => pages.who === 'link' || pages.routine === 'link',
    );
    if (environment.production && environment.DRIFTVAKT_LINK_SECRET === undefined && linked.length > 0) {
      throw new UsageError(
        `DRIFTVAKT_LINK_SECRET is not set, but ${linked.map(({ organisation }) => organisation).join(', ')} shows pages only by link; set it to 32 random characters`,
      );
    }
    const { startService } = await import('../../service.ts');
    const service = await startService(environment, playbooks, terminal.clock).catch(
      (cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES' && cause.code !== 'EADDRNOTAVAIL')
          throw cause;
        throw new UsageError(
          `PORT ${environment.PORT} on HOST ${environment.HOST} cannot be used (${cause.code}); choose another`,
        );
      },
    );
    terminal.out(`Driftvakt serves ${playbooks.size} organisations at ${service.address}\n`);
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    await service.stop();
  });
}
