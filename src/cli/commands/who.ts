import { Command } from 'commander';
import { plainText } from '../../conversation/plain-text/plain-text.ts';
import { answerJson } from '../../conversation/who/json.ts';
import { answerInWords } from '../../conversation/who/words.ts';
import { situationIn } from '../../domain/contacts/situation.ts';
import { who } from '../../domain/contacts/who.ts';
import { instantOption, languageOption, playbookOf } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { withToldAbsences } from '../told-absences.ts';

interface WhoOptions {
  readonly org: string;
  readonly class: string;
  readonly service?: string;
  readonly site?: string;
  readonly role?: string;
  readonly at?: string;
  readonly locale?: string;
  readonly json?: boolean;
}

/** `driftvakt who`: the answer for an organisation, a matter and a minute. */
export function whoCommand(terminal: Terminal): Command {
  return new Command('who')
    .description('whom to call or write to, in which order, until when')
    .requiredOption('--org <organisation>', 'the organisation')
    .requiredOption('--class <class>', 'critical or normal')
    .option('--service <id>', 'what it is about')
    .option('--site <id>', 'where')
    .option('--role <id>', 'the role of whoever asks')
    .option('--at <instant>', 'another moment, ISO 8601 with an offset (default: now)')
    .option('--locale <language>', 'sv, nb, nl or en (default: the organisation’s)')
    .option('--json', 'print JSON and nothing else')
    .action(async (options: WhoOptions) => {
      const { playbook, missing } = await withToldAbsences(terminal, playbookOf(terminal, options.org));
      const language = languageOption(options.locale, playbook);
      const at = instantOption('--at', options.at, terminal, playbook.timezone);
      const answer = who(playbook, situationIn(playbook, options), at);
      const text = options.json
        ? JSON.stringify({ ...answerJson(playbook, answer, language), ...onlyKnows(missing) }, null, 2)
        : plainText({
            ...{ kind: 'call', language, choices: [], lead: [], question: null },
            answer: answerInWords(playbook, answer, language, 'trusted'),
          });
      terminal.out(`${text}\n`);
      if (missing !== null) terminal.err(`note: absences told in the chat are not counted: ${missing}\n`);
    });
}

/** Only where something is missing: else the answer is the interface's, to the letter. */
function onlyKnows(missing: string | null): { readonly knows?: 'playbook' } {
  return missing === null ? {} : { knows: 'playbook' };
}
