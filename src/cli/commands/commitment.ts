import { Command } from 'commander';
import { askApi } from '../notice/client.ts';
import type { Terminal } from '../terminal.ts';
import { accessOf } from './directory.ts';

interface Overview {
  readonly version: string;
  readonly signed: readonly { readonly name: string; readonly at: string }[];
  readonly missing: readonly {
    readonly name: string;
    readonly unit: string | null;
    readonly email: string;
  }[];
  readonly withoutAddress: number;
}

/** `driftvakt commitment`: who has signed what everybody signs, and who has not, through the running service. */
export function commitmentCommand(terminal: Terminal): Command {
  return new Command('commitment')
    .description('who of the directory has not signed what everybody signs')
    .requiredOption('--org <organisation>', 'the organisation')
    .option('--base <address>', 'where the service is reached', 'http://localhost:3978')
    .option('--json', 'print JSON and nothing else, with those who have signed')
    .action(async (options: { org: string; base: string; json?: boolean }) => {
      const answer = await askApi(accessOf(terminal, options), '/commitment');
      terminal.out(options.json ? `${JSON.stringify(answer)}\n` : printed(answer as unknown as Overview));
    });
}

function printed({ version, signed, missing, withoutAddress }: Overview): string {
  return `${[
    `Version ${version}: ${signed.length} have signed, ${missing.length} of the directory have not.`,
    ...(withoutAddress > 0
      ? [`${withoutAddress} have no mail address there: of them it cannot be told.`]
      : []),
    ...missing.map(({ name, unit, email }) => [name, unit, email].filter((part) => part !== null).join(', ')),
  ].join('\n')}\n`;
}
