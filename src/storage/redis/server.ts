import { Redis } from 'ioredis';
import type { RedisLink } from './link.ts';

/** The servers on which something is kept: of a cluster its masters. */
function serversOf(client: RedisLink['client']): readonly Redis[] {
  return client instanceof Redis ? [client] : client.nodes('master');
}

/** Memory that all servers together use, in bytes. */
export async function memoryUsed(link: RedisLink): Promise<number> {
  return link.ask(async (client) => {
    const infos = await Promise.all(serversOf(client).map((server) => server.info('memory')));
    return infos.reduce((sum, info) => sum + Number(/^used_memory:(\d+)/m.exec(info)?.[1] ?? 0), 0);
  });
}
