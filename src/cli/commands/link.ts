import { Command } from 'commander';
import { readEnvironment } from '../../config/environment.ts';
import { LinkKeys } from '../../http/link-key.ts';
import { playbookOf } from '../options.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** `driftvakt link`: the address of a page for those who may see all of it. */
export function linkCommand(terminal: Terminal): Command {
  return new Command('link')
    .description('the full link of an organisation’s "who" page, with its key')
    .requiredOption('--org <organisation>', 'the organisation')
    .option('--base <address>', 'where the service is reached', 'http://localhost:3978')
    .option('--json', 'print JSON and nothing else')
    .action((options: { org: string; base: string; json?: boolean }) => {
      const { organisation } = playbookOf(terminal, options.org);
      const environment = readEnvironment(terminal.environment);
      if (!URL.canParse(options.base))
        throw new UsageError(`--base "${options.base}" is no address; write https://host`);
      if (environment.production && environment.DRIFTVAKT_LINK_SECRET === undefined) {
        throw new UsageError('DRIFTVAKT_LINK_SECRET is not set; production makes no links without it');
      }
      const url = new URL(`/who/${organisation}`, options.base);
      url.searchParams.set(
        'key',
        new LinkKeys(environment.DRIFTVAKT_LINK_SECRET, environment.production).keyFor('who', organisation),
      );
      terminal.out(options.json ? `${JSON.stringify({ organisation, url: url.href })}\n` : `${url.href}\n`);
    });
}
