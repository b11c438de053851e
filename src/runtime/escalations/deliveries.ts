import type { Escalation } from '../../domain/escalation/escalation.ts';
import { reasonText } from '../../domain/notices/cause.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Json } from '../../ports/store/json.ts';
import type { Delivery, NewDelivery } from '../../ports/store/outbox.ts';
import { channelOf, deliveryOf } from '../names.ts';
import type { Moment } from '../process/tell.ts';
import { PING_GATEWAY, PING_MAIL, placesOf } from './pingable.ts';
import type { EscalationParts } from './plan.ts';
import { type Copies, type Copy, MOST_COPIES } from './state.ts';

/** What a delivery of the kind `ping` holds: which escalation, and not its words: they are made when it is sent. */
export interface PingBody {
  readonly organisation: string;
  readonly escalation: string;
  readonly revision: number;
  readonly contact: string;
  /** Of the message, in the destination's conversation. */
  readonly key: string;
  /** `first` and `again` are messages of their own; `change` takes the place of the one that has this key's beginning. */
  readonly how: 'first' | 'again' | 'change';
  readonly topic: string;
  readonly language: Copy['language'];
  /** By the escalation's clock, in ms since 1970 UTC. */
  readonly at: number;
  readonly ahead: number;
}

/** What did not leave yet must not any more, from the same commit on. */
const OVER = reasonText({ cause: 'superseded', sentence: 'somebody has it, or it is not needed any more' });

const UNCHANGING: ReadonlySet<string> = new Set([PING_MAIL, PING_GATEWAY]);

interface About extends Moment {
  readonly playbook: Playbook;
  readonly escalation: Escalation;
}

/** Messages that are sent, and all that people have then. */
export interface Carried {
  readonly deliveries: readonly NewDelivery[];
  readonly copies: readonly Copy[];
}

/**
 * Pings of some contacts, each in every place once: whoever holds two of them is not pinged twice at once.
 * @param again whether it was said before
 */
export async function pings(
  parts: EscalationParts,
  about: About,
  contacts: readonly string[],
  { copies }: Copies,
  again: boolean,
): Promise<Carried> {
  const { playbook, escalation } = about;
  const found = await Promise.all(
    contacts.map(async (contact) =>
      (await placesOf(parts, playbook, contact)).map((place) => ({ ...place, contact })),
    ),
  );
  const places = new Map(found.flat().map((place) => [place.destination, place]));
  const room = Math.max(0, MOST_COPIES - copies.length);
  const fresh = [...places.values()].slice(0, room).map(({ destination, contact, language }): Copy => {
    return { destination, contact, language, key: `p-${escalation.id}-${escalation.revision}` };
  });
  const deliveries = fresh.map((copy) => delivery(about, copy, again ? 'again' : 'first'));
  return { deliveries, copies: [...copies, ...fresh] };
}

/** All messages that people have are made as things are now. What cannot be changed is followed once it is over. */
export function changes(about: About, copies: readonly Copy[]): NewDelivery[] {
  const { state } = about.escalation;
  const isOver = state === 'acknowledged' || state === 'closed';
  return copies
    .filter(({ destination }) => isOver || !UNCHANGING.has(channelOf(destination)))
    .map((copy) => ({ ...delivery(about, copy, 'change'), ...(isOver && { supersedes: OVER }) }));
}

export function pingBodyOf({ body }: Pick<Delivery, 'body'>): PingBody {
  // Written below from the same type.
  return body as unknown as PingBody;
}

/** What is said at one place in one message is a topic of its own: a later change takes the place of an earlier one. */
export function topicOf({ organisation, id }: Escalation, { key, destination }: Copy): string {
  return deliveryOf(`escalation/${organisation}/${id}/${key}`, destination);
}

function delivery(about: About, copy: Copy, how: PingBody['how']): NewDelivery {
  const { escalation, now, ahead } = about;
  const { organisation, id, revision } = escalation;
  const { destination, contact, language } = copy;
  const key = how === 'change' ? `${copy.key}-r${revision}` : copy.key;
  const topic = topicOf(escalation, copy);
  const body: PingBody = {
    ...{ organisation, escalation: id, revision, contact, key, how, topic, language, at: now + ahead, ahead },
  };
  return {
    ...{ id: deliveryOf(destination, key), destination, kind: 'ping', body: body as unknown as Json },
    ...{ notBefore: now, topic },
  };
}
