import { Command } from 'commander';
import { inLanguage } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { type DutyTableRow, dutyTable } from '../../runtime/duties/table.ts';
import { csvOf } from '../csv.ts';
import { playbookOf } from '../options.ts';
import { readStore } from '../store-reader.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface ListOptions {
  readonly org: string;
  readonly month?: string;
  readonly json?: boolean;
}

/** `driftvakt duties`: what units did of what they do again and again. Reads the store, also while the service runs. */
export function dutiesCommand(terminal: Terminal): Command {
  const duties = new Command('duties').description('what units do again and again, as a table');
  duties
    .command('list')
    .description('a month of all units (DRIFTVAKT_STORE) as CSV; also while the service runs')
    .requiredOption('--org <organisation>', 'the organisation')
    .option('--month <month>', 'which month, as in 2026-11 (default: the present one)')
    .option('--json', 'print JSON and nothing else')
    .action((options: ListOptions) => list(terminal, options));
  return duties;
}

async function list(terminal: Terminal, { org, month, json }: ListOptions): Promise<void> {
  const playbook = playbookOf(terminal, org);
  const now = terminal.clock.now();
  const wanted = monthOption(month, now.toZonedDateTimeISO(playbook.timezone));
  const rows = await readStore(terminal, 'give DRIFTVAKT_STORE the file that it uses', (store) =>
    dutyTable(store, playbook, wanted, now.epochMilliseconds),
  );
  if (json)
    terminal.out(
      `${JSON.stringify({ organisation: org, month: wanted, rows: rows.map(plain(playbook)) })}\n`,
    );
  else terminal.out(csvOf(COLUMNS, rows.map(plain(playbook))));
}

function monthOption(text: string | undefined, now: Temporal.ZonedDateTime): string {
  if (text === undefined) return now.toPlainDate().toPlainYearMonth().toString();
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UsageError(`--month "${text}" is no month; write it as 2026-11`);
}

/** A row as it is printed, with names in the organisation's own language. */
function plain({ duties, sites, contacts, languages, timezone }: Playbook) {
  return ({ date, duty, site, state, at, by }: DutyTableRow) => {
    const [own] = languages;
    const moment = at === null ? null : Temporal.Instant.fromEpochMilliseconds(at);
    return {
      date,
      unit: inLanguage(sites.get(site)?.name ?? {}, own, languages),
      duty: inLanguage(duties.get(duty)?.name ?? {}, own, languages),
      state,
      at: moment?.toZonedDateTimeISO(timezone).toString({ timeZoneName: 'never' }) ?? '',
      by: by === null ? '' : inLanguage(contacts.get(by.contact)?.role ?? {}, own, languages),
      name: by?.name ?? '',
    };
  };
}

const COLUMNS = ['date', 'unit', 'duty', 'state', 'at', 'by', 'name'] as const;
