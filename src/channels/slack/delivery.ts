import { z } from 'zod';
import type { MessageBody, SpentBody } from '../../ports/sender.ts';
import type { Delivery } from '../../ports/store/outbox.ts';

/** What is kept about a message that goes to Slack. What is older, or another channel's, reads as nothing. */
const receipt = z.object({
  /** Under which timestamp Slack has it, and where; null: not for sure. */
  ts: z.string().nullable().catch(null),
  channel: z.string().nullable().catch(null),
  /** Its blocks were refused, so it is words. */
  asText: z.boolean().catch(false),
  /** A try to write it may have worked: it has to be looked for before it is written again. */
  unsure: z.boolean().catch(false),
  /** How often it was held, since the workspace refused the app. */
  held: z.number().int().min(0).catch(0),
});
export type Receipt = Readonly<z.output<typeof receipt>>;

const NOTHING: Receipt = { ts: null, channel: null, asText: false, unsure: false, held: 0 };

export function receiptOf(delivery: Delivery): Receipt {
  return receiptIn(delivery.receipt);
}

export function receiptIn(value: unknown): Receipt {
  // Nothing is kept of nearly all of them, and to have that refused costs more than all the rest.
  return (value === null ? null : receipt.safeParse(value).data) ?? NOTHING;
}

/** What a delivery of the kind `message` holds. */
export function messageOf({ body }: Delivery): MessageBody {
  // Written by the runtime from this type, as is the other.
  return body as unknown as MessageBody;
}

/** What a delivery of the kind `spent` holds. */
export function spentOf({ body }: Delivery): SpentBody {
  return body as unknown as SpentBody;
}

/** Whose a delivery of either kind is. */
export function ownerOf({ body }: Delivery): Pick<MessageBody, 'organisation' | 'conversation'> {
  return body as unknown as MessageBody | SpentBody;
}
