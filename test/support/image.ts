import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** What the Dockerfile makes of the checkout: its files, and what runs there. Everything is read from the file itself. */
export interface Image {
  /** Folder with what is copied; nothing in it may be written. */
  readonly app: string;
  /** The only folder that may. */
  readonly data: string;
  readonly environment: Readonly<Record<string, string>>;
  /** After `node`. */
  readonly words: readonly string[];
  remove(): void;
}

/** The instructions of the last stage, continued lines joined. */
export function lastStage(dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')): readonly string[] {
  const lines = dockerfile
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
}

/** Lays out what the image holds. The packages are the checkout's own. */
export function imageHere(): Image {
  const stage = lastStage();
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-image-'));
  const [app, data] = [join(folder, 'app'), join(folder, 'data')];
  for (const made of [app, data]) mkdirSync(made);
  for (const [, from = '', to = ''] of argumentsOf(stage, /^COPY (?!--)(\S+) (\S+)$/))
    cpSync(join(ROOT, from), join(app, to), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'));
  for (const each of [folder, data]) chmodSync(each, 0o777);
  withoutWriting(app);
  const set = argumentsOf(stage, /^ENV (.*)$/).flatMap(([, pairs = '']) => pairs.trim().split(/\s+/));
  const environment = Object.fromEntries(set.map((pair) => pair.split('=', 2) as [string, string]));
  const [[, entry = '[]'] = []] = argumentsOf(stage, /^ENTRYPOINT (.*)$/);
  const [[, command = '[]'] = []] = argumentsOf(stage, /^CMD (.*)$/);
  return {
    ...{ app, data, environment },
    words: [...JSON.parse(entry), ...JSON.parse(command)].slice(1),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function argumentsOf(stage: readonly string[], shape: RegExp): readonly (readonly string[])[] {
  return stage.map((line) => shape.exec(line)).filter((found) => found !== null);
}

function withoutWriting(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) withoutWriting(path);
    else chmodSync(path, 0o444);
  }
  chmodSync(folder, 0o555);
}
