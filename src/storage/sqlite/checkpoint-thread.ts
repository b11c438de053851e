import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is told. `move` is answered once it is done, or cannot be. */
export type CheckpointOrder = 'move' | 'end';

// Moving the log into the file waits for the disk; here nobody else does.
const database = new DatabaseSync(String(workerData), { timeout: 0 });

parentPort?.on('message', (order: CheckpointOrder) => {
  if (order === 'move') {
    move();
    parentPort?.postMessage('done');
  } else {
    database.close();
    parentPort?.close();
  }
});

function move(): void {
  try {
    database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    // Such as a full disk: whoever writes next is told so.
  }
}
