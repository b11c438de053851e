import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { compilePlaybook } from './compile/compile.ts';
import { type Fault, type FaultPath, formatPath, PlaybookError, SEVERITIES } from './fault.ts';
import { LIMITS } from './limits.ts';
import { lint } from './lint/lint.ts';
import { readPlaybook } from './read/read.ts';
import { servedFindings } from './served.ts';
import { PlaybookSource, tooLarge } from './source.ts';

/** A playbook, if it has no errors, and all that was found in it. */
export interface LoadedPlaybook {
  readonly playbook: Playbook | null;
  readonly faults: readonly Fault[];
  /** The line on which a part stands, or the nearest that does. */
  lineOf(path: FaultPath): number;
}

/** Reads, checks and compiles one playbook. Never throws for bad content: the faults tell. */
export function loadPlaybook(file: string, text: string): LoadedPlaybook {
  try {
    const source = PlaybookSource.read(file, text);
    const { findings, context } = readPlaybook(source.value);
    const all = [...findings, ...(context === null ? [] : lint(context))];
    const faults = limited([...source.faults, ...source.locate(all)], file);
    const broken = context === null || faults.some((fault) => fault.severity === 'error');
    const playbook = broken ? null : compilePlaybook(context.content, versionOf(text));
    return { playbook, faults, lineOf: (path) => source.lineOf(path) };
  } catch (cause) {
    if (!(cause instanceof PlaybookError)) throw cause;
    return { playbook: null, faults: cause.faults, lineOf: () => 1 };
  }
}

/** Reads one file; a file that cannot be read is a fault like others. */
export function loadPlaybookFile(file: string): LoadedPlaybook {
  try {
    const { size } = statSync(file);
    if (size > LIMITS.fileBytes) return unreadable(file, tooLarge(size));
    return loadPlaybook(file, readFileSync(file, 'utf8'));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    return unreadable(file, code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`);
  }
}

/**
 * Loads every playbook of a folder, by organisation.
 * @param strict refuse placeholders too, as production does
 * @throws PlaybookError with all faults of all files.
 */
export function loadPlaybooks(folder: string, strict: boolean): ReadonlyMap<string, Playbook> {
  const files = playbookFiles(folder);
  const loaded = files.map((file) => ({ file, ...loadPlaybookFile(file) }));
  const fatal = loaded.flatMap(({ faults }) =>
    faults.filter(({ severity }) => severity === 'error' || (strict && severity === 'placeholder')),
  );
  const playbooks = new Map<string, Playbook>();
  const homes = new Map<string, string>();
  for (const { file, playbook } of loaded) {
    if (playbook === null) continue;
    const { organisation } = playbook;
    const home = homes.get(organisation);
    if (home !== undefined)
      fatal.push(
        faultOf(file, `is for the organisation "${organisation}", and so is ${home}; keep one of them`),
      );
    homes.set(organisation, file);
    playbooks.set(organisation, playbook);
  }
  // What is missing because it has faults of its own is not told twice.
  if (fatal.length === 0) fatal.push(...loaded.flatMap((each) => servedFaults(each, playbooks)));
  if (files.length === 0) fatal.push(faultOf(folder, 'holds no playbook (*.yaml)'));
  if (fatal.length > 0) throw new PlaybookError(fatal);
  return playbooks;
}

/** What does not hold beside the other playbooks; a department whose playbook is not in the folder serves nobody. */
function servedFaults(
  { file, playbook, lineOf }: LoadedPlaybook & { readonly file: string },
  all: ReadonlyMap<string, Playbook>,
): Fault[] {
  const findings = playbook === null ? [] : servedFindings(playbook, all);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => ({
      ...{ severity: 'error', file, line: lineOf(path), path: formatPath(path), message },
    }));
}

/** Eight characters that change with any change of the text: printed on paper, to tell whether it is the newest. */
function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** All faults by line; of very many only the gravest. */
function limited(faults: readonly Fault[], file: string): readonly Fault[] {
  const byLine = (a: Fault, b: Fault) => a.line - b.line;
  if (faults.length <= LIMITS.faults) return faults.toSorted(byLine);
  const gravity = ({ severity }: Fault) => SEVERITIES.indexOf(severity);
  const listed = faults.toSorted((a, b) => gravity(a) - gravity(b)).slice(0, LIMITS.faults);
  const more = faultOf(file, `has more faults than these ${LIMITS.faults}`);
  return [...listed.toSorted(byLine), { ...more, severity: listed.at(-1)?.severity ?? 'error' }];
}

function playbookFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    throw new PlaybookError([faultOf(folder, 'is no folder that can be read')]);
  }
}

function faultOf(file: string, message: string): Fault {
  return { severity: 'error', file, line: 1, path: '', message };
}

function unreadable(file: string, message: string): LoadedPlaybook {
  return { playbook: null, faults: [faultOf(file, message)], lineOf: () => 1 };
}
