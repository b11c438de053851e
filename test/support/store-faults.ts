import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const NOBODY = 65_534;

/** Does something with the rights of an ordinary account, which root does not have by itself. */
export async function asNobody<T>(action: () => Promise<T> | T): Promise<T> {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(NOBODY);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}

/** Another process that runs statements on a file, and keeps what they hold until it is stopped. */
export async function otherProcess(file: string, statements: string): Promise<{ stop(): Promise<void> }> {
  const program = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(${JSON.stringify(file)});
    database.exec(${JSON.stringify(statements)});
    process.stdout.write('holds');
    setInterval(() => database.isOpen, 1000);`;
  const child: ChildProcess = spawn(process.execPath, ['-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  if (child.stdout !== null) await once(child.stdout, 'data');
  return {
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** A disk of a stated size at a folder; false where the system does not allow to make one. */
export function mountSmallDisk(folder: string, kilobytes: number): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]).status === 0;
}

export function unmountDisk(folder: string): void {
  spawnSync('umount', [folder]);
}
