import { Command } from 'commander';
import { inLanguage } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { UnitCopy } from '../../domain/paper/copies.ts';
import { paperTable } from '../../runtime/paper/table.ts';
import { csvOf } from '../csv.ts';
import { playbookOf } from '../options.ts';
import { readStore } from '../store-reader.ts';
import type { Terminal } from '../terminal.ts';

interface ListOptions {
  readonly org: string;
  readonly json?: boolean;
}

/** `driftvakt paper`: which unit has which version on paper. Reads the store, also while the service runs. */
export function paperCommand(terminal: Terminal): Command {
  const paper = new Command('paper').description('what units have on paper, as a table');
  paper
    .command('list')
    .description('all units (DRIFTVAKT_STORE) as CSV; also while the service runs')
    .requiredOption('--org <organisation>', 'the organisation')
    .option('--json', 'print JSON and nothing else')
    .action((options: ListOptions) => list(terminal, options));
  return paper;
}

async function list(terminal: Terminal, { org, json }: ListOptions): Promise<void> {
  const playbook = playbookOf(terminal, org);
  const rows = await readStore(terminal, 'give DRIFTVAKT_STORE the file that it uses', (store) =>
    paperTable(store, playbook),
  );
  const plain = rows.map(plainOf(playbook));
  terminal.out(json ? `${JSON.stringify({ organisation: org, rows: plain })}\n` : csvOf(COLUMNS, plain));
}

const COLUMNS = ['unit', 'paper', 'state', 'version', 'at', 'by', 'name', 'due', 'missing'] as const;

/** A row as it is printed, with names in the organisation's own language. */
function plainOf({ paper, sites, contacts, languages, timezone }: Playbook) {
  const [own] = languages;
  const moment = (at: number | null): string =>
    at === null
      ? ''
      : Temporal.Instant.fromEpochMilliseconds(at)
          .toZonedDateTimeISO(timezone)
          .toString({ timeZoneName: 'never' });
  return ({ rule, site, stage, has, due, missing }: UnitCopy) => ({
    unit: inLanguage(sites.get(site)?.name ?? {}, own, languages),
    paper: inLanguage(paper.get(rule)?.name ?? {}, own, languages),
    state: stage,
    version: has?.version ?? '',
    at: moment(has?.at ?? null),
    by: has === null ? '' : inLanguage(contacts.get(has.by.contact)?.role ?? {}, own, languages),
    name: has?.by.name ?? '',
    due: moment(due),
    missing: missing.join(' '),
  });
}
