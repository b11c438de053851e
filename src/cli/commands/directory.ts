import { readFileSync, statSync } from 'node:fs';
import { Command } from 'commander';
import { operatorToken } from '../../http/api/operator.ts';
import { PEOPLE_FILE_LIMITS } from '../../people-file/read-file.ts';
import { PROFILE_SOURCES } from '../../ports/profiles.ts';
import { keysOf } from '../keys.ts';
import { type ApiAccess, askApi, refusalIn, send } from '../notice/client.ts';
import { playbookOf } from '../options.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface Options {
  readonly org: string;
  readonly base: string;
  readonly json?: boolean;
  readonly apply?: boolean;
  readonly remove?: boolean;
}

/** `driftvakt directory`: the people of an organisation, through the running service. */
export function directoryCommand(terminal: Terminal, done: (code: number) => void): Command {
  const directory = new Command('directory').description(
    'the people of an organisation: read them in, find them',
  );
  const add = (command: string, description: string): Command =>
    directory
      .command(command)
      .description(description)
      .requiredOption('--org <organisation>', 'the organisation')
      .option('--base <address>', 'where the service is reached', 'http://localhost:3978')
      .option('--json', 'print JSON and nothing else');
  add('import <file>', 'show what a CSV file of people would change; with --apply, change it')
    .option('--apply', 'put the people of the file in the place of those who are there')
    .option('--remove', 'also if that removes more than half of them')
    .action(async (file: string, options: Options) => done(await read(terminal, file, options)));
  add('sync <platform>', 'show what the profiles of teams or slack would change; with --apply, change it')
    .option('--apply', 'put them in the place of those who came from there before')
    .option('--remove', 'also if that removes more than half of all')
    .action((platform: string, options: Options) => sync(terminal, platform, options));
  add('find <words...>', 'whom a search in the chat finds').action((words: string[], options: Options) =>
    find(terminal, words.join(' '), options),
  );
  return directory;
}

async function read(terminal: Terminal, file: string, options: Options): Promise<number> {
  const path = `/directory/import?${queryOf(options)}`;
  const { status, answer } = await send(accessOf(terminal, options), path, {
    type: 'text/csv',
    bytes: bytesOf(file),
  });
  if (status === 422) {
    if (options.json) terminal.out(`${JSON.stringify(answer)}\n`);
    else terminal.err(faultsIn(file, answer));
    return 1;
  }
  if (status >= 300) throw new UsageError(refusalIn(answer, status));
  terminal.out(options.json ? `${JSON.stringify(answer)}\n` : printed(answer as unknown as Preview));
  return 0;
}

async function sync(terminal: Terminal, platform: string, options: Options): Promise<void> {
  if (!PROFILE_SOURCES.some((known) => known === platform))
    throw new UsageError(`"${platform}" has no profiles; write ${PROFILE_SOURCES.join(' or ')}`);
  const { status, answer } = await send(
    accessOf(terminal, options),
    `/directory/sync?${queryOf(options, { from: platform })}`,
    { type: 'application/json', bytes: Buffer.from('{}') },
  );
  if (status >= 300) throw new UsageError(refusalIn(answer, status));
  terminal.out(options.json ? `${JSON.stringify(answer)}\n` : printed(answer as unknown as Preview));
}

function queryOf({ apply, remove }: Options, more: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({ ...more, ...(apply && { apply: '1' }), ...(remove && { remove: '1' }) });
}

async function find(terminal: Terminal, words: string, options: Options): Promise<void> {
  const answer = await askApi(
    accessOf(terminal, options),
    `/directory?${new URLSearchParams({ find: words })}`,
  );
  if (options.json) return terminal.out(`${JSON.stringify(answer)}\n`);
  const { found } = answer as {
    found: { kind: string; contact?: string; person?: Record<string, string | null> }[];
  };
  const lines = found.map(({ contact, person }) =>
    contact === undefined
      ? [person?.name, person?.role, person?.unit, person?.extension, person?.phone]
          .filter(Boolean)
          .join(' · ')
      : `contact ${contact}`,
  );
  terminal.out(lines.length === 0 ? 'Nobody fits.\n' : `${lines.join('\n')}\n`);
}

/** The operator's way to the running service. */
export function accessOf(
  terminal: Terminal,
  { org, base }: { readonly org: string; readonly base: string },
): ApiAccess {
  const { organisation } = playbookOf(terminal, org);
  if (!URL.canParse(base)) throw new UsageError(`--base "${base}" is no address; write https://host`);
  return { base, organisation, token: operatorToken(keysOf(terminal), organisation) };
}

function bytesOf(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > PEOPLE_FILE_LIMITS.bytes)
      throw new UsageError(`"${file}" is larger than ${PEOPLE_FILE_LIMITS.bytes} bytes`);
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`"${file}" cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'error'})`);
  }
}

/** One line a fault. */
function faultsIn(file: string, answer: Record<string, unknown>): string {
  const { error, faults } = answer as { error: string; faults: { message: string }[] };
  return `${[`${file}: ${error}`, ...faults.map(({ message }) => message.replaceAll(/\s*\n\s*/g, ' '))].join('\n')}\n`;
}

interface Preview {
  readonly people: number;
  readonly added: { readonly count: number; readonly first: readonly string[] };
  readonly changed: {
    readonly count: number;
    readonly first: readonly { readonly name: string; readonly fields: readonly string[] }[];
  };
  readonly removed: { readonly count: number; readonly first: readonly string[] };
  readonly same: number;
  readonly applied: boolean;
}

function printed({ people, added, changed, removed, same, applied }: Preview): string {
  const list = (mark: string, count: number, rows: readonly string[]): string[] => [
    ...rows.map((row) => `${mark} ${row}`),
    ...(count > rows.length ? [`${mark} … and ${count - rows.length} more`] : []),
  ];
  return `${[
    `${people} people: ${added.count} new, ${changed.count} changed, ${removed.count} removed, ${same} as before.`,
    ...list('+', added.count, added.first),
    ...list(
      '~',
      changed.count,
      changed.first.map(({ name, fields }) => `${name}: ${fields.join(', ')}`),
    ),
    ...list('-', removed.count, removed.first),
    applied ? 'Done.' : 'Nothing is changed yet; --apply does it.',
  ].join('\n')}\n`;
}
