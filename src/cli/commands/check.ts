import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { type Coverage, coverageOf, MAX_COVERAGE_DAYS } from '../../playbook/coverage/coverage.ts';
import { formatFault } from '../../playbook/fault.ts';
import { type LoadedPlaybook, loadPlaybookFile } from '../../playbook/load.ts';
import { calendarPage } from '../check/calendar.ts';
import { checkJson } from '../check/json.ts';
import { coveragePicture } from '../check/picture.ts';
import { checkedTogether } from '../check/together.ts';
import { countOption, instantOption, languageOption } from '../options.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface CheckOptions {
  readonly coverage?: string;
  readonly from?: string;
  readonly html?: string;
  readonly locale?: string;
  readonly json?: boolean;
}

/** A file that was checked, with its coverage where that was asked for and possible. */
export interface CheckedFile extends LoadedPlaybook {
  readonly file: string;
  readonly coverage: Coverage | null;
}

/** `driftvakt check`: lints playbooks and proves that every minute has an answer. */
export function checkCommand(terminal: Terminal, done: (code: number) => void): Command {
  return new Command('check')
    .description('lint playbooks, and prove minute by minute that there is an answer')
    .argument('<files...>', 'playbooks')
    .option('--coverage <days>', `prove the coming days (at most ${MAX_COVERAGE_DAYS})`)
    .option('--from <instant>', 'the first day, ISO 8601 with an offset (default: today)')
    .option('--html <file>', 'write the days as a calendar, for one playbook')
    .option('--locale <language>', 'sv, nb, nl or en (default: the organisation’s)')
    .option('--json', 'print JSON and nothing else')
    .action((files: string[], options: CheckOptions) => {
      if (options.html !== undefined && files.length > 1)
        throw new UsageError('--html takes one playbook at a time');
      const days = daysAsked(options);
      const checked = checkedTogether(files.map((file) => checkFile(terminal, file, days, options)));
      if (options.json) terminal.out(`${JSON.stringify(checked.map(checkJson), null, 2)}\n`);
      else for (const each of checked) terminal.out(`${report(each, options)}\n`);
      for (const each of checked) if (options.html !== undefined) writeCalendar(options.html, each, options);
      done(checked.every(isSound) ? 0 : 1);
    });
}

function daysAsked(options: CheckOptions): number | null {
  if (options.coverage === undefined) return options.html === undefined ? null : 400;
  return countOption('--coverage', options.coverage, MAX_COVERAGE_DAYS);
}

function checkFile(
  terminal: Terminal,
  file: string,
  days: number | null,
  options: CheckOptions,
): CheckedFile {
  const loaded = loadPlaybookFile(file);
  if (loaded.playbook === null || days === null) return { file, ...loaded, coverage: null };
  const from = instantOption('--from', options.from, terminal, loaded.playbook.timezone);
  return { file, ...loaded, coverage: coverageOf(loaded.playbook, from, days) };
}

function isSound({ playbook, faults, coverage }: CheckedFile): boolean {
  const isServed = playbook !== null && faults.every(({ severity }) => severity !== 'error');
  return isServed && (coverage === null || coverage.cases.every((each) => each.holes.length === 0));
}

function report(checked: CheckedFile, options: CheckOptions): string {
  const { file, playbook, faults, coverage } = checked;
  const count = (severity: string) => faults.filter((fault) => fault.severity === severity).length;
  const counts = [
    `${count('error')} errors`,
    `${count('warning')} warnings`,
    `${count('placeholder')} placeholders`,
  ].join(', ');
  const summary = `${file}: ${outcome(checked)} (${counts})`;
  const picture = playbook === null || coverage === null ? [] : [picturePart(playbook, coverage, options)];
  return [...faults.map(formatFault), summary, ...picture].join('\n');
}

function outcome({ playbook, faults }: CheckedFile): string {
  if (playbook === null) return 'does not load';
  return faults.some(({ severity }) => severity === 'error') ? 'loads, but not beside the others' : 'loads';
}

function picturePart(playbook: Playbook, coverage: Coverage, options: CheckOptions): string {
  return `\n${coveragePicture(playbook, coverage, languageOption(options.locale, playbook))}\n`;
}

function writeCalendar(file: string, { playbook, coverage }: CheckedFile, options: CheckOptions): void {
  if (playbook === null || coverage === null) return;
  try {
    writeFileSync(file, calendarPage(playbook, coverage, languageOption(options.locale, playbook)));
  } catch (cause) {
    throw new UsageError(`--html "${file}" cannot be written (${(cause as NodeJS.ErrnoException).code})`);
  }
}
