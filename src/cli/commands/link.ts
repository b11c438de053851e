import { Command, Option } from 'commander';
import { readEnvironment } from '../../config/environment.ts';
import { LinkKeys } from '../../http/link-key.ts';
import { LINK_PURPOSE } from '../../http/routes/admission.ts';
import { playbookOf } from '../options.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** `driftvakt link`: the address of a page for those who may see all of it. */
export function linkCommand(terminal: Terminal): Command {
  return new Command('link')
    .description('the full link of an organisation’s page, with its key')
    .requiredOption('--org <organisation>', 'the organisation')
    .addOption(new Option('--page <page>', 'which page').choices(['who', 'routine']).default('who'))
    .option('--base <address>', 'where the service is reached', 'http://localhost:3978')
    .option('--json', 'print JSON and nothing else')
    .action((options: { org: string; page: string; base: string; json?: boolean }) => {
      const { organisation } = playbookOf(terminal, options.org);
      const environment = readEnvironment(terminal.environment);
      if (!URL.canParse(options.base))
        throw new UsageError(`--base "${options.base}" is no address; write https://host`);
      if (environment.production && environment.DRIFTVAKT_LINK_SECRET === undefined) {
        throw new UsageError('DRIFTVAKT_LINK_SECRET is not set; production makes no links without it');
      }
      const url = new URL(`/${options.page}/${organisation}`, options.base);
      url.searchParams.set(
        'key',
        new LinkKeys(environment.DRIFTVAKT_LINK_SECRET, environment.production).keyFor(
          LINK_PURPOSE,
          organisation,
        ),
      );
      terminal.out(options.json ? `${JSON.stringify({ organisation, url: url.href })}\n` : `${url.href}\n`);
    });
}
