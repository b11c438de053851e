import { Command } from 'commander';
import { changeBody, outageBody, windowBody } from '../notice/bodies.ts';
import { ask } from '../notice/client.ts';
import { type Desk, deskOf, idOf } from '../notice/desk.ts';
import { hitOptions, SHOWN_SECONDS, textOptions } from '../notice/options.ts';
import { follow } from '../notice/progress.ts';
import { type Terminal, UsageError } from '../terminal.ts';

/** `driftvakt notice`: writes notices through the running service. */
export function noticeCommand(terminal: Terminal): Command {
  const notice = new Command('notice').description(
    'outages and maintenance windows: write, update and end them, through the running service',
  );
  const add = (
    name: string,
    description: string,
    run: (desk: Desk, id: string) => Promise<void>,
    configure: (command: Command) => Command = (command) => command,
  ): void => {
    const command = notice
      .command(name)
      .description(description)
      .requiredOption('--org <organisation>', 'the organisation')
      .option('--base <address>', 'where the service is reached', 'http://localhost:3978')
      .option('--json', 'print JSON and nothing else');
    configure(command).action(async (...words: unknown[]) => {
      const options = words.at(-2) as Desk['options'];
      const id = typeof words[0] === 'string' ? words[0] : '';
      await run(deskOf(terminal, options), id);
    });
  };
  addNew(terminal, add);
  addChanges(terminal, add);
  add('list <state>', 'those that are open, waiting (for a second person) or ended', (desk, state) =>
    show(terminal, desk, ask(desk.access, `?state=${encodeURIComponent(state)}`)),
  );
  add('show <id>', 'one, with all that is known of it', (desk, id) =>
    show(terminal, desk, ask(desk.access, `/${idOf(id)}`)),
  );
  add('ledger <id>', 'who got it, and who did not', (desk, id) =>
    show(terminal, desk, ask(desk.access, `/${idOf(id)}/ledger`)),
  );
  return notice;
}

type Add = (
  name: string,
  description: string,
  run: (desk: Desk, id: string) => Promise<void>,
  configure?: (command: Command) => Command,
) => void;

function addNew(terminal: Terminal, add: Add): void {
  add(
    'outage',
    'something does not work',
    (desk) => publish(terminal, desk, outageBody(terminal, desk)),
    (command) =>
      hitOptions(textOptions(command))
        .option('--since <time>', 'since when; left out: now')
        .option('--next <time>', 'when the next word comes: a time, or PT30M from now')
        .option('--long', 'it will be long')
        .option('--contact-at-once', 'people need not wait before they contact IT'),
  );
  add(
    'maintenance',
    'planned work, or work at short notice',
    (desk) => publish(terminal, desk, windowBody(terminal, desk)),
    (command) =>
      hitOptions(textOptions(command))
        .requiredOption(
          '--part <text...>',
          '"FROM TO [services=a,b] [sites=c] what people notice", once for each part',
        )
        .option(
          '--support <text...>',
          '"FROM TO [services=a,b] [sites=c] how", when somebody can be reached because of it',
        )
        .option('--short-notice', 'it could not wait; the text says why'),
  );
}

function addChanges(terminal: Terminal, add: Add): void {
  const change = (name: string, description: string, configure: (command: Command) => Command): void =>
    add(
      `${name} <id>`,
      description,
      async (desk, id) => {
        const body = changeBody(terminal, desk);
        await told(terminal, desk, await ask(desk.access, `/${idOf(id)}/${name}`, body));
      },
      (command) => configure(textOptions(command)),
    );
  const plain = (command: Command): Command => command;
  change('update', 'a new word, or what is expected now', (command) =>
    command
      .option('--phase <phase>', 'investigating, identified or monitoring')
      .option('--next <time>', 'when the next word comes')
      .option('--long', 'it will be long')
      .option('--important', 'say it in the thread too'),
  );
  change('correct', 'other words in place of wrong ones', (command) =>
    command.option('--update <number>', 'of which update; left out: of the notice itself', Number),
  );
  change('resolve', 'an outage is over', plain);
  change('retrospect', 'what it was', plain);
  change('recall', 'it was an error: take it back everywhere', plain);
  change('finish', 'a window, or a part of it, is done before its time', (command) =>
    command.option('--part <id>', 'which part; left out: all'),
  );
  change('extend', 'a part takes longer', (command) =>
    command.requiredOption('--part <id>', 'which part').requiredOption('--to <time>', 'until when'),
  );
  change('cancel', 'a window does not take place', plain);
  change('retry', 'try again what failed', plain);
}

async function publish(terminal: Terminal, desk: Desk, body: object): Promise<void> {
  await told(terminal, desk, await ask(desk.access, '', body));
}

/** Says what came of it, and shows how it goes out. */
async function told(terminal: Terminal, desk: Desk, answer: Record<string, unknown>): Promise<void> {
  const { notice, news } = answer as { notice?: { id: string; publication: string }; news?: string | null };
  const { json } = desk.options;
  if (notice === undefined || news == null) return print(terminal, desk, answer);
  if (!json) terminal.out(`${notice.id}\n`);
  const seconds = Number(desk.options.wait ?? SHOWN_SECONDS);
  if (!(seconds >= 0)) throw new UsageError(`--wait "${desk.options.wait}" is no number of seconds`);
  const ledger = await follow(
    { ...terminal, err: json ? () => undefined : terminal.err },
    desk.access,
    notice.id,
    seconds,
  );
  if (json) print(terminal, desk, { ...answer, ledger });
}

async function show(terminal: Terminal, desk: Desk, answer: Promise<Record<string, unknown>>): Promise<void> {
  print(terminal, desk, await answer);
}

function print(terminal: Terminal, { options }: Desk, answer: object): void {
  terminal.out(`${JSON.stringify(answer, null, options.json ? 0 : 2)}\n`);
}
