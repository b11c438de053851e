import { Command } from 'commander';
import type { Speaker } from '../../conversation/event.ts';
import { situationIn } from '../../domain/contacts/situation.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { instantOption, languageOption, playbookOf } from '../options.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface ChatOptions {
  readonly org: string;
  readonly user: string;
  readonly locale?: string;
  readonly role?: string;
  readonly site?: string;
  readonly at?: string;
  readonly data?: string;
  readonly desk?: boolean;
  readonly json?: boolean;
}

const MOST_USER_CHARACTERS = 60;

/** `driftvakt chat`: a conversation on standard input and output. */
export function chatCommand(terminal: Terminal): Command {
  return new Command('chat')
    .description(
      'a conversation: each line is typed; #id presses a choice; @+PT24H or @2026-12-24T10:00:00+01:00 moves the clock',
    )
    .requiredOption('--org <organisation>', 'the organisation')
    .requiredOption('--user <id>', 'who is speaking')
    .option('--locale <language>', 'sv, nb, nl or en: the setting of their platform')
    .option('--role <id>', 'their role, if the platform knows it; a contact’s id for who holds it')
    .option('--site <id>', 'their unit, if the platform knows it')
    .option(
      '--at <instant>',
      'when it begins, ISO 8601 with an offset; the clock then stands still (default: now)',
    )
    .option('--data <folder>', 'keep the conversation there, and go on with it later (default: in memory)')
    .option('--desk', 'speak as IT’s desk')
    .option('--json', 'print one JSON object a message and nothing else')
    .action(async (options: ChatOptions) => {
      const playbook = playbookOf(terminal, options.org);
      const from = speakerOf(playbook, options);
      const start = instantOption('--at', options.at, terminal, playbook.timezone).toInstant();
      // Only now: the other commands need none of it.
      const { converse } = await import('../chat/converse.ts');
      await converse(terminal, {
        ...{ playbook, from, json: options.json ?? false, folder: options.data ?? null },
        start: options.at === undefined ? null : start,
      });
    });
}

function speakerOf(playbook: Playbook, options: ChatOptions): Speaker {
  const { user, locale, desk = false } = options;
  if (
    user.trim() === '' ||
    user.length > MOST_USER_CHARACTERS ||
    /\p{Cc}/u.test(user) ||
    !user.isWellFormed()
  )
    throw new UsageError(
      `--user takes 1 to ${MOST_USER_CHARACTERS} characters, none of them a control character`,
    );
  const { role, site } = placeIn(playbook, options);
  return { user, desk, locale: locale === undefined ? null : languageOption(locale, playbook), role, site };
}

/** Who holds a contact is called as it; everything else is as it may be said from outside. */
function placeIn(playbook: Playbook, { role, site }: ChatOptions): Pick<Speaker, 'role' | 'site'> {
  const isDuty = role !== undefined && playbook.contacts.has(role);
  const situation = situationIn(playbook, { class: 'normal', role: isDuty ? null : role, site });
  return { role: isDuty ? role : situation.role, site: situation.site };
}
