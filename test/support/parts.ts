import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A real program that some suites run against. */
interface Part {
  readonly program: string;
  readonly debianPackage: string;
  readonly suites: string;
}

const PARTS: readonly Part[] = [
  { program: 'chromium', debianPackage: 'chromium', suites: 'pages in a browser' },
  { program: 'redis-server', debianPackage: 'redis-server', suites: 'the store and the jobs on Redis' },
];

/** Where a program is on the PATH, or null. */
export function findProgram(program: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder: look in the next
    }
  }
  return null;
}

function install(packages: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || findProgram('apt-get') === null) return;
  process.stdout.write(`Installing ${packages.join(' ')} with apt-get …\n`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as const,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update'], { ...options, stdio: [...options.stdio] });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    ...options,
    stdio: [...options.stdio],
  });
}

/** Installs what is missing if it can; what is still missing is told, and is a failure where `CI=true`. */
function ensureParts(): void {
  const missing = PARTS.filter((part) => findProgram(part.program) === null);
  if (missing.length > 0) install(missing.map((part) => part.debianPackage));
  const still = missing.filter((part) => findProgram(part.program) === null);
  for (const { program, debianPackage, suites } of still) {
    process.stdout.write(
      `${program} is missing: the suites "${suites}" are pending. To run them: apt-get install ${debianPackage}\n`,
    );
  }
  if (still.length > 0 && process.env.CI === 'true') process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureParts();
