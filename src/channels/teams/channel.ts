import type { Sender } from '../../ports/sender.ts';
import type { Engine } from '../../runtime/engine.ts';
import type { Inbound } from '../../runtime/inbound.ts';
import { ToldLately } from '../told-lately.ts';
import type { TeamsAddress } from './address.ts';
import { answerInvoke } from './invokes/invokes.ts';
import type { InvokeParts } from './invokes/parts.ts';
import { tellNotKept } from './not-kept.ts';
import type { TeamsOrganisations } from './organisations.ts';
import type { Placed } from './receiver/parse/placed.ts';
import { type ReceiverRoute, teamsReceiver } from './receiver/receive.ts';
import type { Verify } from './receiver/verify.ts';
import { TeamsSender } from './sender.ts';
import { showTyping } from './typing.ts';

/** What the channel is made of. */
export interface TeamsChannelParts extends InvokeParts {
  readonly engine: Pick<Engine, 'accept' | 'answered' | 'reached'>;
  readonly verify: Verify;
  readonly organisations: TeamsOrganisations;
  /** Where IT's desk of an organisation is, before anybody wrote there; null if that is not known. */
  readonly deskAddress: (organisation: string) => TeamsAddress | null;
  /** Where a channel is that the playbook names, by its conversation; left out: none is named. */
  readonly channelAddress?: (conversation: string) => TeamsAddress | null;
  /** Fetches the pictures of a message, before it is kept. */
  readonly complete: (inbound: Inbound, placed: Placed) => Promise<Inbound>;
  /** Gets to know who wrote. Never rejects. */
  readonly introduce: (inbound: Inbound, placed: Placed) => Promise<void>;
  /** In place of how long it is tried to keep an activity, for tests. */
  readonly patienceMs?: number;
}

/** Microsoft Teams: where its requests go, and who carries messages there. */
export interface TeamsChannel {
  readonly route: ReceiverRoute;
  readonly sender: Sender;
}

export function teamsChannel(parts: TeamsChannelParts): TeamsChannel {
  const { verify, organisations, engine, complete, log } = parts;
  const told = new ToldLately(parts.clock);
  const route = teamsReceiver({
    ...{ verify, organisations, engine, complete, log },
    ...(parts.patienceMs !== undefined && { patienceMs: parts.patienceMs }),
    invoke: (activity, placed) => answerInvoke(parts, activity, placed),
    notKept: (placed) => void told.once(placed.conversation, () => tellNotKept(parts, placed)),
    kept(inbound, placed) {
      for (const after of [showTyping(parts, inbound, placed), parts.introduce(inbound, placed)])
        after.catch((cause: unknown) => {
          const fault = cause instanceof Error ? cause.name : typeof cause;
          log.error({ fault }, 'something after a message went wrong');
        });
    },
  });
  return { route, sender: new TeamsSender(parts) };
}
