import type { Command } from 'commander';

/** Seconds that the progress of a notice is shown, if nobody says how long. */
export const SHOWN_SECONDS = 600;

/** Words in several languages. */
export function textOptions(command: Command): Command {
  return command
    .option('--text <text>', 'what is said, in the organisation’s own language')
    .option('--sv <text>', 'the same in Swedish')
    .option('--nb <text>', 'the same in Norwegian')
    .option('--nl <text>', 'the same in Dutch')
    .option('--en <text>', 'the same in English')
    .option('--wait <seconds>', 'show for so long how it goes out', String(SHOWN_SECONDS));
}

/** What is hit, and what to do meanwhile. */
export function hitOptions(command: Command): Command {
  return command
    .option('--service <id...>', 'what is hit')
    .option('--site <id...>', 'where; left out: everywhere')
    .option('--title <text>', 'what it is about, in a few words')
    .option('--meanwhile <text>', 'what to do meanwhile')
    .option('--routine <id>', 'the routine that holds meanwhile')
    .option('--ask-read', 'ask people to say that they have read it');
}
