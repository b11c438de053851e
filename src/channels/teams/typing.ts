import type { Logger } from 'pino';
import type { Engine } from '../../runtime/engine.ts';
import type { Inbound } from '../../runtime/inbound.ts';
import type { Connector } from './connector/connector.ts';
import type { Placed } from './receiver/parse/placed.ts';

/** Nearly all answers are there sooner, and a sign that comes with them only disturbs. */
const PATIENCE_MS = 1000;

/** Shows that an answer is on its way, where it takes time. Only a sign: it is never tried again. */
export async function showTyping(
  parts: {
    readonly engine: Pick<Engine, 'answered'>;
    readonly connector: Pick<Connector, 'post'>;
    readonly log: Logger;
  },
  inbound: Inbound,
  { address }: Placed,
): Promise<void> {
  if (inbound.what.kind !== 'said') return;
  if ((await parts.engine.answered(inbound.id, PATIENCE_MS)) !== 'late') return;
  const sent = await parts.connector.post(address, { type: 'typing' });
  if (sent.outcome !== 'sent') parts.log.debug({ outcome: sent.outcome }, 'the typing sign did not go out');
}
