import { PING_DEEDS, type PingDeed } from '../../domain/escalation/escalation.ts';
import type { Choice } from '../messages.ts';

/** What stands on a ping, wherever one sees it. Whether somebody may do it is asked when it is pressed. */
export interface PingChoice {
  readonly escalation: string;
  readonly deed: PingDeed;
}

const SHAPE = /^ping:([\w-]{1,64}):([a-z-]{1,20})$/;

export function pingChoiceId({ escalation, deed }: PingChoice): Choice['id'] {
  return `ping:${escalation}:${deed}`;
}

/** Reads a choice's id; null if it is none of a ping. */
export function pingChoice(id: string): PingChoice | null {
  const [, escalation, named] = SHAPE.exec(id) ?? [];
  const deed = PING_DEEDS.find((each) => each === named);
  return escalation === undefined || deed === undefined ? null : { escalation, deed };
}
