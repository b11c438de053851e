import { pingMessage } from '../../conversation/pings/words.ts';
import type { Escalation } from '../../domain/escalation/escalation.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Store } from '../../ports/store.ts';
import type { TranscriptEntry } from '../engine.ts';
import { deliveryOf } from '../names.ts';
import { KINDS } from '../record-codecs.ts';
import { pingBodyOf, topicOf } from './deliveries.ts';
import { ESCALATION_EVENTS } from './events.ts';
import { type PingSendingParts, pingView } from './sending.ts';
import { type Copy, copiesOf } from './state.ts';

/** So many of the newest escalations are looked for. */
const NEWEST = 20;

/**
 * The pings that a conversation got, as they are now: for channels that keep no transcript themselves. No turn of the
 * conversation wrote them down, and they change without one.
 */
export async function pingsInTranscript(
  parts: Omit<PingSendingParts, 'store' | 'playbooks' | 'log'> & { readonly store: Store },
  playbook: Playbook,
  conversation: string,
): Promise<TranscriptEntry[]> {
  const { organisation, escalation: rules } = playbook;
  if (rules === null) return [];
  const { items } = await parts.store.findRecords({
    ...{ organisation, kind: KINDS.escalation, order: 'newest', limit: NEWEST },
  });
  const entries: TranscriptEntry[] = [];
  for (const { body } of items) {
    const escalation = body as unknown as Escalation;
    const process = ESCALATION_EVENTS.conversationOf(organisation, escalation.id);
    const { copies } = copiesOf(await parts.store.load(process));
    for (const copy of copies.filter(({ destination }) => destination === conversation))
      entries.push(...(await entryOf(parts, playbook, escalation, copy)));
  }
  return entries;
}

async function entryOf(
  parts: Omit<PingSendingParts, 'store' | 'playbooks' | 'log'> & { readonly store: Store },
  playbook: Playbook,
  escalation: Escalation,
  copy: Copy,
): Promise<TranscriptEntry[]> {
  const { destination, contact, language, key } = copy;
  const about = { topic: topicOf(escalation, copy), destination };
  const sent = await parts.store.latestDelivery({ ...about, states: ['sent'] });
  const first = await parts.store.delivery(deliveryOf(destination, key));
  if (sent === null || first === null) return [];
  const { at, ahead } = pingBodyOf(first);
  const view = await pingView(parts, playbook, escalation, { destination, contact, language, ahead });
  return [
    {
      ...{ id: first.id, at, said: null, pictures: [] },
      replies: [{ key: pingBodyOf(sent).key, replaces: null, message: pingMessage(view) }],
    },
  ];
}
