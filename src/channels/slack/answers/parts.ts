import type { Logger } from 'pino';
import type { Message } from '../../../conversation/messages.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { MessageBody } from '../../../ports/sender.ts';
import type { Outbox } from '../../../ports/store/outbox.ts';
import type { Engine } from '../../../runtime/engine.ts';
import type { Inbound } from '../../../runtime/inbound.ts';
import { deliveryOf } from '../../../runtime/names.ts';
import type { SlackApi } from '../api/api.ts';
import type { SlackOrganisations } from '../organisations.ts';
import type { Actor } from '../receiver/parse/actor.ts';
import type { Removed } from '../receiver/parse/outcome.ts';
import type { Placed } from '../receiver/parse/placed.ts';

/** What answering is made of, beyond the inbox. */
export interface AnswerParts {
  readonly api: SlackApi;
  readonly engine: Pick<Engine, 'accept' | 'answered' | 'known'>;
  readonly outbox: Pick<Outbox, 'delivery'>;
  readonly organisations: SlackOrganisations;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Fetches the pictures of a message, before it is kept; takes less than Slack waits. */
  readonly pictures: (inbound: Inbound, actor: Actor) => Promise<Inbound>;
  /** Gets to know who wrote. Never rejects. */
  readonly introduce: (inbound: Inbound, placed: Placed) => Promise<void>;
  /** Forgets a workspace. Rejects if that could not be kept. */
  readonly forget: (removed: Removed) => Promise<void>;
}

type Playbooks = Pick<AnswerParts, 'playbooks'>;

/** In which language the channel speaks by itself. */
export function languageFor({ playbooks }: Playbooks, organisation: string, actor: Actor): Language {
  return actor.locale ?? playbooks.get(organisation)?.languages[0] ?? 'en';
}

/** The present, in the organisation's zone; null if there is no playbook for it. */
export function momentIn(
  { playbooks, clock }: Pick<AnswerParts, 'playbooks' | 'clock'>,
  organisation: string,
): { readonly playbook: Playbook; readonly now: Temporal.ZonedDateTime } | null {
  const playbook = playbooks.get(organisation);
  return playbook === undefined ? null : { playbook, now: clock.now().toZonedDateTimeISO(playbook.timezone) };
}

/** What stands on a message that was sent; null if that is too long ago. */
export async function messageOn(
  { outbox }: Pick<AnswerParts, 'outbox'>,
  conversation: string,
  key: string,
): Promise<Message | null> {
  const delivery = await outbox.delivery(deliveryOf(conversation, key));
  // Written by the runtime from this type.
  return delivery?.kind === 'message' ? (delivery.body as unknown as MessageBody).reply.message : null;
}
