import { DatabaseSync } from 'node:sqlite';
import type { Redis } from 'ioredis';
import { DEFAULT_PREFIX, partitionRoot } from '../../src/storage/redis/keys.ts';

const PAGE = 1000;

/** How late the turns of timers were committed, in ms, as a file has it. */
export function latenessIn(file: string): number[] {
  const database = new DatabaseSync(file);
  const rows = database
    .prepare(
      'SELECT processed_at - due_at AS late FROM inbox WHERE due_at IS NOT NULL AND processed_at IS NOT NULL',
    )
    .all();
  database.close();
  return rows.map(({ late }) => Number(late));
}

/** The same, as a Redis of one partition has it. */
export async function latenessAt(redis: Redis): Promise<number[]> {
  const event = `${partitionRoot(DEFAULT_PREFIX, 0)}:event:`;
  const late: number[] = [];
  for await (const keys of redis.scanStream({ match: `${event}*`, count: PAGE })) {
    const found = await Promise.all(
      (keys as string[]).map((key) => redis.hmget(key, 'processedAt', 'dueAt')),
    );
    for (const [processedAt, dueAt] of found)
      if (processedAt && dueAt) late.push(Number(processedAt) - Number(dueAt));
  }
  return late;
}
