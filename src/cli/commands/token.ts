import { Command } from 'commander';
import { operatorToken } from '../../http/api/operator.ts';
import { toolToken } from '../../http/api/tool.ts';
import { keysOf } from '../keys.ts';
import { playbookOf } from '../options.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** `driftvakt token`: the token with which a program may write an organisation's notices. */
export function tokenCommand(terminal: Terminal): Command {
  return new Command('token')
    .description('the token of a program that may write notices over HTTP (notices.tools of the playbook)')
    .requiredOption('--org <organisation>', 'the organisation')
    .option('--tool <id>', 'the program, as the playbook names it')
    .option(
      '--operator',
      'the token of whoever runs the service instead: timers can be listed and cancelled with it',
    )
    .option('--json', 'print JSON and nothing else')
    .action((options: { org: string; tool?: string; operator?: boolean; json?: boolean }) => {
      const { organisation, notices } = playbookOf(terminal, options.org);
      if ((options.tool === undefined) === (options.operator === undefined))
        throw new UsageError('name either --tool, or --operator');
      if (options.tool === undefined) {
        const token = operatorToken(keysOf(terminal), organisation);
        terminal.out(
          options.json ? `${JSON.stringify({ organisation, operator: true, token })}\n` : `${token}\n`,
        );
        return;
      }
      if (!notices.tools.includes(options.tool))
        throw new UsageError(
          `--tool "${options.tool}" is not in notices.tools of the playbook of ${organisation}; there ${notices.tools.length === 0 ? 'are none' : `is ${notices.tools.join(', ')}`}`,
        );
      const token = toolToken(keysOf(terminal), organisation, options.tool);
      terminal.out(
        options.json ? `${JSON.stringify({ organisation, tool: options.tool, token })}\n` : `${token}\n`,
      );
    });
}
