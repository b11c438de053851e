import { Redis } from 'ioredis';
import { StoreError } from '../../ports/store/error.ts';
import type { RedisLink } from './link.ts';

/** The servers on which something is kept: of a cluster its masters. */
export function serversOf(client: RedisLink['client']): readonly Redis[] {
  return client instanceof Redis ? [client] : client.nodes('master');
}

/** How the connections of all servers are called; none where that may not be asked. */
export async function clientNames(link: RedisLink): Promise<readonly string[]> {
  const lists = await link.ask((client) =>
    Promise.all(serversOf(client).map((server) => server.client('LIST').catch(refused))),
  );
  return lists.flatMap((list) => [...String(list).matchAll(/ name=(\S*)/g)].map(([, name = '']) => name));
}

/** Without the right: NOPERM; where the command was taken away: ERR unknown command. */
function refused(cause: unknown): null {
  if (cause instanceof Error && /NOPERM|unknown command|not allowed/i.test(cause.message)) return null;
  throw cause;
}

/** Memory that all servers together use, in bytes. */
export async function memoryUsed(link: RedisLink): Promise<number> {
  return link.ask(async (client) => {
    const infos = await Promise.all(serversOf(client).map((server) => server.info('memory')));
    return infos.reduce((sum, info) => sum + Number(/^used_memory:(\d+)/m.exec(info)?.[1] ?? 0), 0);
  });
}

/**
 * Whether the servers keep what is given to them.
 * @returns what an operator should know: each a sentence that ends in what to do
 * @throws StoreError `cannot-open` if they may throw away what is kept, to make room
 */
export async function checkServers(link: RedisLink): Promise<readonly string[]> {
  const notes = new Set<string>();
  const settings = await link.ask((client) => Promise.all(serversOf(client).map(settingsOf)));
  for (const each of settings) {
    if (each === null) {
      notes.add(
        'whether Redis keeps everything could not be checked: it does not allow CONFIG GET. See to maxmemory-policy noeviction and appendonly yes',
      );
      continue;
    }
    if (each.policy !== 'noeviction') {
      throw new StoreError(
        'cannot-open',
        `The store ${link.place} may throw away what is kept, to make room (maxmemory-policy ${each.policy}). Set maxmemory-policy noeviction.`,
      );
    }
    if (each.appendOnly !== 'yes')
      notes.add('Redis forgets what it has when it restarts (appendonly no): set appendonly yes');
    else if (each.fsync === 'no')
      notes.add(
        'Redis leaves it to the system when its log is on the disk (appendfsync no): set everysec or always',
      );
  }
  return [...notes];
}

interface Settings {
  readonly policy: string;
  readonly appendOnly: string;
  readonly fsync: string;
}

/** Null: it does not tell. Managed services often do not. */
async function settingsOf(server: Redis): Promise<Settings | null> {
  try {
    const [policy, appendOnly, fsync] = await Promise.all(
      ['maxmemory-policy', 'appendonly', 'appendfsync'].map(async (name) => {
        const [, value] = (await server.config('GET', name)) as string[];
        return value;
      }),
    );
    if (policy === undefined || appendOnly === undefined || fsync === undefined) return null;
    return { policy, appendOnly, fsync };
  } catch (cause) {
    return refused(cause);
  }
}
