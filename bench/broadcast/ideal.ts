import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Destination } from '../../test/support/broadcast/destinations.ts';
import type { LaneLoad } from './lanes.ts';
import type { Taker } from './taker.ts';

const AT_ONCE = 64;

/**
 * Posts to all destinations as fast as they are taken, with nothing kept and nothing learnt: for each tenant and workspace
 * as many in a row as its limit allows, each of which goes on once the limit's time is over.
 * @returns how long it took, in ms
 */
export async function idealBroadcast(taker: Taker, lanes: readonly LaneLoad[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  await Promise.all(
    lanes.flatMap((lane) => Array.from({ length: lane.most }, (_, i) => row(taker, lane, i, agent))),
  );
  agent.destroy();
  return taker.newest - taker.first;
}

async function row(taker: Taker, { destinations, most, ms }: LaneLoad, first: number, agent: Agent) {
  for (let i = first; i < destinations.length; i += most) {
    const destination = destinations[i];
    if (destination === undefined) return;
    if (i !== first) await pause(ms + 1);
    while (!(await post(taker, destination, agent))) await pause(1);
  }
}

function post(taker: Taker, { platform, place }: Destination, agent: Agent): Promise<boolean> {
  const inTeams = platform === 'teams';
  const path = inTeams
    ? `/v3/conversations/${encodeURIComponent(place)}/activities`
    : '/api/chat.postMessage';
  const body = JSON.stringify(inTeams ? { type: 'message', text: 'x' } : { channel: place, text: 'x' });
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, taker.address), { method: 'POST', agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200 || response.statusCode === 201));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
