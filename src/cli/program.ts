import { Command, CommanderError } from 'commander';
import { EnvironmentError } from '../config/environment.ts';
import { UnknownSituationError } from '../domain/contacts/situation.ts';
import { PlaybookError } from '../playbook/fault.ts';
import { backupCommand } from './commands/backup.ts';
import { chatCommand } from './commands/chat.ts';
import { checkCommand } from './commands/check.ts';
import { commitmentCommand } from './commands/commitment.ts';
import { directoryCommand } from './commands/directory.ts';
import { dutiesCommand } from './commands/duties.ts';
import { linkCommand } from './commands/link.ts';
import { noticeCommand } from './commands/notice.ts';
import { packCommand } from './commands/pack.ts';
import { packageCommand } from './commands/package.ts';
import { paperCommand } from './commands/paper.ts';
import { schemaCommand } from './commands/schema.ts';
import { serveCommand } from './commands/serve.ts';
import { storeCommand } from './commands/store.ts';
import { timersCommand } from './commands/timers.ts';
import { tokenCommand } from './commands/token.ts';
import { understandCommand } from './commands/understand.ts';
import { whoCommand } from './commands/who.ts';
import { type Terminal, UsageError } from './terminal.ts';

const BAD_INPUT = 2;

/**
 * Runs the `driftvakt` command.
 * @returns the exit code: 0 done, 1 the playbook or the service has faults, 2 bad input
 */
export async function run(terminal: Terminal, words: readonly string[]): Promise<number> {
  const program = new Command('driftvakt').description(
    'Who to call now, fault reports and outage notices for Teams and Slack.',
  );
  let code = 0;
  const done = (result: number): void => {
    code = result;
  };
  program.exitOverride().configureOutput({
    writeOut: terminal.out,
    writeErr: terminal.err,
    outputError: (text, write) => write(oneLine(text)),
  });
  for (const add of [
    serveCommand,
    whoCommand,
    understandCommand,
    chatCommand,
    checkCommand,
    linkCommand,
    tokenCommand,
    noticeCommand,
    timersCommand,
    dutiesCommand,
    paperCommand,
    directoryCommand,
    commitmentCommand,
    schemaCommand,
    backupCommand,
    storeCommand,
    packCommand,
    packageCommand,
  ]) {
    program.addCommand(add(terminal, done).exitOverride().copyInheritedSettings(program));
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (cause) {
    return report(terminal, cause);
  }
}

function report(terminal: Terminal, cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : BAD_INPUT;
  if (cause instanceof UsageError || cause instanceof UnknownSituationError)
    terminal.err(`error: ${cause.message}\n`);
  else if (cause instanceof PlaybookError || cause instanceof EnvironmentError)
    terminal.err(`${cause.message}\n`);
  else throw cause;
  return cause instanceof PlaybookError ? 1 : BAD_INPUT;
}

function oneLine(text: string): string {
  return `${text.trim().replaceAll(/\s*\n\s*/g, ' ')}\n`;
}
