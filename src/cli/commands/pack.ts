import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { LINK_PURPOSE } from '../../http/routes/admission.ts';
import { printedAddress } from '../../http/routes/printed-address.ts';
import { emergencyPack } from '../../paper/pack.ts';
import { keysOf } from '../keys.ts';
import { instantOption, languageOption, playbookOf } from '../options.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface Options {
  readonly org: string;
  readonly locale?: string;
  readonly at?: string;
  readonly out?: string;
  readonly folder?: string;
  readonly base?: string;
  readonly for: 'staff' | 'everybody';
  readonly json?: boolean;
}

/** `driftvakt pack`: everything that has to be on paper when nothing works, as one PDF. */
export function packCommand(terminal: Terminal): Command {
  return new Command('pack')
    .description('the emergency pack as a PDF: routines, numbers, who answers when, a form to fill in')
    .requiredOption('--org <organisation>', 'the organisation')
    .option('--out <file>', 'the file to write')
    .option('--folder <folder>', 'a folder to write one file for each language into, instead of --out')
    .option('--locale <language>', `the language, of ${LANGUAGES.join(', ')}`)
    .option('--at <instant>', 'the first day of the schedule, with an offset; left out: today')
    .option('--base <address>', 'where people reach the service: makes the code to scan')
    .addOption(
      new Option('--for <whom>', 'staff: all numbers; everybody: those that everybody may see')
        .choices(['staff', 'everybody'])
        .default('staff'),
    )
    .option('--json', 'print JSON and nothing else')
    .action(async (options: Options) => {
      if ((options.out === undefined) === (options.folder === undefined))
        throw new UsageError('name either --out, a file, or --folder');
      const playbook = playbookOf(terminal, options.org);
      const written: string[] = [];
      for (const { file, language } of filesOf(playbook, options))
        written.push(write(file, await made(terminal, playbook, language, options)));
      terminal.out(
        options.json
          ? `${JSON.stringify({ organisation: options.org, written })}\n`
          : `${written.join('\n')}\n`,
      );
    });
}

function filesOf(
  playbook: Playbook,
  options: Options,
): { readonly file: string; readonly language: Language }[] {
  const { out, folder, locale } = options;
  if (out !== undefined) return [{ file: out, language: languageOption(locale, playbook) }];
  const languages = locale === undefined ? playbook.languages : [languageOption(locale, playbook)];
  return languages.map((language) => ({
    file: join(folder ?? '', `${playbook.organisation}-${language}.pdf`),
    language,
  }));
}

function made(terminal: Terminal, playbook: Playbook, language: Language, options: Options): Promise<Buffer> {
  const { organisation, timezone, pages } = playbook;
  const { base } = options;
  if (base !== undefined && !URL.canParse(base))
    throw new UsageError(`--base "${base}" is no address; write https://host`);
  const isOpen = pages.routine === 'everybody' && options.for === 'everybody';
  const key = base === undefined || isOpen ? null : keysOf(terminal).keyFor(LINK_PURPOSE, organisation);
  return emergencyPack(playbook, {
    ...{ language, audience: options.for === 'staff' ? 'trusted' : 'everybody' },
    now: instantOption('--at', options.at, terminal, timezone),
    address:
      base === undefined ? null : (version) => printedAddress({ base, organisation, language, key, version }),
  });
}

/** There whole or not at all: whoever prints it meanwhile gets the one before. */
function write(file: string, bytes: Buffer): string {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, bytes);
    renameSync(`${file}.part`, file);
    return file;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new UsageError(
      `${file} cannot be written (${code}); name a file in a folder that may be written to`,
    );
  }
}
