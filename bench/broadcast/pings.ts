import { setTimeout as pause } from 'node:timers/promises';
import { conversationOf, messageOf } from '../teams/activities.ts';
import type { Taker } from './taker.ts';

const EVERY_MS = 2000;
const LONGEST_MS = 30_000;

/**
 * In the tenant that a broadcast fills, somebody writes to the bot now and then.
 * @returns how long each waited for an answer, in ms, from writing until it had come to Teams
 */
export async function pings(
  taker: Taker,
  { port, tenant }: { readonly port: number; readonly tenant: string },
  isOver: () => boolean,
): Promise<readonly number[]> {
  const person = { name: 'ping', tenant };
  const sending = { appId: 'driftvakt', serviceUrl: `${taker.address}/` };
  const conversation = conversationOf(person);
  taker.tenantOf(conversation, tenant);
  const waited: number[] = [];
  for (let n = 0; !isOver(); n += 1) {
    const begun = Date.now();
    const answer = taker.next(conversation);
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: messageOf(sending, person, `${begun}`, n % 2 === 0 ? 'hvem ringer jeg nå?' : 'hei'),
    });
    if (!response.ok) throw new Error(`the message was answered with ${response.status}`);
    const at = await Promise.race([answer, pause(LONGEST_MS, null)]);
    if (at === null) throw new Error(`no answer within ${LONGEST_MS} ms`);
    // The first one meets a stranger, and a process that has just started.
    if (n > 0) waited.push(at - begun);
    await pause(EVERY_MS);
  }
  return waited;
}
