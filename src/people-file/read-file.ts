import { CsvError, parse } from 'csv-parse/sync';
import { PERSON_LIMITS, type Person } from '../domain/people/person.ts';
import { type Column, columnOf } from './columns.ts';
import { type RowFault, RowReader } from './rows.ts';

/** People as a file lists them, or all that is wrong with it: then nobody of it is taken. */
export type ReadPeople =
  | { readonly outcome: 'read'; readonly people: readonly Person[] }
  | { readonly outcome: 'faults'; readonly faults: readonly RowFault[] };

export const PEOPLE_FILE_LIMITS = {
  bytes: 8_388_608,
  /** Faults that are told; of more only the first. */
  faults: 1000,
} as const;

/** Lines between two pauses. */
const AT_A_TIME = 200;
const DELIMITERS = [';', ',', '\t'];

/**
 * Reads a CSV file of people: a line of headings, then one of each. Commas, semicolons or tabs; UTF-8, or Windows' own where it is no UTF-8.
 * @param country ISO code by which national numbers are understood
 * @param pause lets others have their turn; waited for after every few hundred lines
 */
export async function readPeopleFile(
  bytes: Uint8Array,
  country: string,
  pause: () => Promise<void> = async () => undefined,
): Promise<ReadPeople> {
  const records = recordsOf(textOf(bytes));
  if (!Array.isArray(records)) return { outcome: 'faults', faults: [records] };
  const [head, ...rows] = records;
  if (head === undefined || rows.length === 0)
    return faulty('', 'is empty; the first line holds the headings, then one line of each person');
  if (rows.length > PERSON_LIMITS.people)
    return faulty('', `holds ${rows.length} people; at most ${PERSON_LIMITS.people}`);
  const columns = head.cells.map(columnOf);
  const wrong = headFault(head.cells, columns);
  if (wrong !== null) return { outcome: 'faults', faults: [wrong] };
  return readRows(rows, head.cells, { columns, country, pause });
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

async function readRows(
  rows: readonly Line[],
  headings: readonly string[],
  {
    columns,
    country,
    pause,
  }: {
    readonly columns: readonly (Column | null)[];
    readonly country: string;
    readonly pause: () => Promise<void>;
  },
): Promise<ReadPeople> {
  const called = Object.fromEntries(
    columns.flatMap((column, i) => (column === null ? [] : [[column, (headings[i] ?? '').trim()]])),
  );
  const reader = new RowReader(country, called);
  const faults: RowFault[] = [];
  for (const [i, { line, cells }] of rows.entries()) {
    if (i % AT_A_TIME === AT_A_TIME - 1) await pause();
    if (cells.length !== columns.length)
      faults.push({
        line,
        field: '',
        message: `has ${cells.length} cells where the headings have ${columns.length}; a cell that holds the separator needs quotes`,
      });
    else
      reader.read({
        line,
        values: Object.fromEntries(
          columns.flatMap((column, i) => (column === null ? [] : [[column, cells[i] ?? '']])),
        ),
      });
  }
  const all = [...faults, ...reader.faults]
    .sort((a, b) => a.line - b.line)
    .slice(0, PEOPLE_FILE_LIMITS.faults);
  return all.length > 0 ? { outcome: 'faults', faults: all } : { outcome: 'read', people: reader.people };
}

function recordsOf(text: string): Line[] | RowFault {
  try {
    const records = parse(text, {
      ...{ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true },
      delimiter: delimiterOf(text),
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // A record's number of lines is counted at its end.
    return records.map(({ record, info }) => ({ line: info.lines - linesIn(record), cells: record }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? cause.lines : 1;
    return {
      line,
      field: '',
      message: `cannot be read (${cause.code}); look for a quote that is not closed`,
    };
  }
}

function linesIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

/** What stands most often in the line of headings. */
function delimiterOf(text: string): string {
  const head = text.split(/\r?\n/, 1)[0] ?? '';
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function headFault(headings: readonly string[], columns: readonly (Column | null)[]): RowFault | null {
  const known = columns.filter((column) => column !== null);
  const twice = known.find((column, i) => known.indexOf(column) !== i);
  if (twice !== undefined)
    return {
      line: 1,
      field: headings[columns.lastIndexOf(twice)] ?? twice,
      message: `means "${twice}" as another column does; remove one of them`,
    };
  if (known.includes('name') || known.includes('last-name')) return null;
  return {
    line: 1,
    field: '',
    message: `has no column for the name (${headings.slice(0, 8).join(', ')}); call it name, namn, navn or naam`,
  };
}

function faulty(field: string, message: string): ReadPeople {
  return { outcome: 'faults', faults: [{ line: 1, field, message }] };
}
