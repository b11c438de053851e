/** What the thread is told. `move` is answered once it is done, or cannot be. */
export type CheckpointOrder = 'move' | 'end';

/**
 * What runs in the thread. It is handed over as text and sees nothing of this file: a thread that loads TypeScript itself
 * takes 28 MB, this one 9.
 */
function thread(): void {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  // Moving the log into the file waits for the disk; here nobody else does.
  const database = new DatabaseSync(String(workerData), { timeout: 0 });

  parentPort?.on('message', (order: CheckpointOrder) => {
    if (order === 'move') {
      move();
      parentPort.postMessage('done');
    } else {
      database.close();
      parentPort.close();
    }
  });

  function move(): void {
    try {
      database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // Such as a full disk: whoever writes next is told so.
    }
  }
}

export const CHECKPOINT_THREAD = `(${thread})()`;
