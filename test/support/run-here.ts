import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/program.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { CommandResult } from './service-process.ts';

/** Runs a command within this process, which takes a fraction of starting one. @param input its lines */
export async function runHere(
  words: readonly string[],
  environment: Record<string, string> = {},
  input: readonly string[] = [],
): Promise<CommandResult> {
  const said = { out: '', err: '' };
  const code = await run(
    {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      ...{ lines: () => Readable.from(input), environment, clock: systemClock },
    },
    [...words],
  );
  return { code, ...said };
}

/** The path of a file by its name, in a folder that is there while the tests of a suite run. */
export function temporaryFiles(name: string): (file: string) => string {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), `driftvakt-${name}-`));
  });
  after(() => rmSync(folder, { recursive: true }));
  return (file) => join(folder, file);
}
