import { Command } from 'commander';
import { type Understanding, understand } from '../../conversation/understanding/understand.ts';
import { languageOption, playbookOf } from '../options.ts';
import type { Terminal } from '../terminal.ts';

interface UnderstandOptions {
  readonly org: string;
  readonly locale?: string;
  readonly json?: boolean;
}

/** `driftvakt understand`: what each line of the input was understood to mean, one line of output for each. */
export function understandCommand(terminal: Terminal): Command {
  return new Command('understand')
    .description('what each line of standard input means: intent, service, one or many')
    .requiredOption('--org <organisation>', 'the organisation')
    .option('--locale <language>', 'sv, nb, nl or en (default: the organisation’s)')
    .option('--json', 'print one JSON object a line and nothing else')
    .action(async (options: UnderstandOptions) => {
      const playbook = playbookOf(terminal, options.org);
      const language = languageOption(options.locale, playbook);
      const print = options.json ? jsonLine : readableLine;
      for await (const line of terminal.lines()) {
        terminal.out(`${print(understand(playbook, language, line))}\n`);
      }
    });
}

function jsonLine({ intent, confidence, service, scope }: Understanding): string {
  return JSON.stringify({ intent, confidence: hundredths(confidence), service, scope });
}

function readableLine({ intent, confidence, service, scope }: Understanding): string {
  return [`${intent} (${hundredths(confidence).toFixed(2)})`, service, scope]
    .filter((part) => part !== null)
    .join(', ');
}

function hundredths(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
