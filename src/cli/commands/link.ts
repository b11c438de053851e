import { Command, Option } from 'commander';
import { LINK_PURPOSE } from '../../http/routes/admission.ts';
import { keysOf } from '../keys.ts';
import { playbookOf } from '../options.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** `driftvakt link`: the address of a page for those who may see all of it. */
export function linkCommand(terminal: Terminal): Command {
  return new Command('link')
    .description('the full link of an organisation’s page, with its key')
    .requiredOption('--org <organisation>', 'the organisation')
    .addOption(new Option('--page <page>', 'which page').choices(['who', 'routine', 'status']).default('who'))
    .option('--base <address>', 'where the service is reached', 'http://localhost:3978')
    .option('--json', 'print JSON and nothing else')
    .action((options: { org: string; page: string; base: string; json?: boolean }) => {
      const { organisation } = playbookOf(terminal, options.org);
      if (!URL.canParse(options.base))
        throw new UsageError(`--base "${options.base}" is no address; write https://host`);
      const url = new URL(`/${options.page}/${organisation}`, options.base);
      url.searchParams.set('key', keysOf(terminal).keyFor(LINK_PURPOSE, organisation));
      terminal.out(options.json ? `${JSON.stringify({ organisation, url: url.href })}\n` : `${url.href}\n`);
    });
}
