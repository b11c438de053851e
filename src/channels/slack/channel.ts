import type { Sender } from '../../ports/sender.ts';
import type { Engine } from '../../runtime/engine.ts';
import type { SlackAddress } from './address.ts';
import { slackAnswers } from './answers/answers.ts';
import type { AnswerParts } from './answers/parts.ts';
import type { BoltBridge } from './receiver/bolt.ts';
import { slackTake, type Take } from './receiver/take.ts';
import { SlackSender } from './sender.ts';

/** What the channel is made of. */
export interface SlackChannelParts extends AnswerParts {
  readonly engine: Pick<Engine, 'accept' | 'answered' | 'known' | 'reached'>;
  readonly bolt: Pick<BoltBridge, 'pass'>;
  /** Where IT's desk of an organisation is, before anybody wrote there; null if that is not known. */
  readonly deskAddress: (organisation: string) => SlackAddress | null;
  /** Where a channel is that the playbook names, by its conversation; left out: none is named. */
  readonly channelAddress?: (conversation: string) => SlackAddress | null;
}

/** Slack: what takes its requests, by whichever way they come, and who carries messages there. */
export interface SlackChannel {
  readonly take: Take;
  readonly sender: Sender;
}

export function slackChannel(parts: SlackChannelParts): SlackChannel {
  const { organisations, engine, bolt, log } = parts;
  return {
    take: slackTake({ organisations, engine, bolt, log, answers: slackAnswers(parts) }),
    sender: new SlackSender(parts),
  };
}
