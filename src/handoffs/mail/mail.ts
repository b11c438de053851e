import {
  HANDOFF_LIMITS,
  type Handoff,
  type HandoffLetter,
  type HandoffReceipt,
  type HandoffTry,
  type ReadPicture,
} from '../../ports/handoff.ts';
import type { Post, Posted } from '../../ports/post.ts';
import type { Sending } from '../../ports/sender.ts';
import type { Json } from '../../ports/store/json.ts';
import { pictureFiles } from '../pictures.ts';
import { mailOf } from './letter.ts';

/** What handing over by mail is made of. */
export interface MailHandoffParts {
  readonly post: Post;
  /** What stands behind the @ in the names of letters. */
  readonly host: string;
  readonly readPicture: ReadPicture;
}

const STOPPED = 'the service stopped while the letter was being sent';

/**
 * Orders by mail. Nobody can ask a mail server whether it took a letter: what may have arrived is sent again under the same
 * name, for an order that is lost is worse than one that comes twice; after `HANDOFF_LIMITS.doubts` times somebody has to ask.
 */
export class MailHandoff implements Handoff {
  readonly #parts: MailHandoffParts;

  constructor(parts: MailHandoffParts) {
    this.#parts = parts;
  }

  async hand(letter: HandoffLetter, before: HandoffTry): Promise<Sending> {
    const { address } = letter.supplier;
    if (address === null)
      return {
        ...{ outcome: 'failed', cause: 'no-address' },
        reason: 'the supplier has no mail address in the playbook',
      };
    const { files, lost } = await pictureFiles(letter, this.#parts.readPicture);
    const posted = await this.#parts.post.send(mailOf(letter, address, { files }, this.#parts.host));
    return this.#sending(posted, before, lost);
  }

  async settle(_letter: HandoffLetter, before: HandoffTry): Promise<Sending> {
    return doubtful(STOPPED, before);
  }

  #sending(posted: Posted, before: HandoffTry, lost: readonly string[]): Sending {
    switch (posted.outcome) {
      case 'sent': {
        const receipt: HandoffReceipt = { reference: null, url: null, confirms: false, lost };
        return { outcome: 'sent', receipt: receipt as unknown as Json };
      }
      case 'failed':
        return { ...posted, cause: 'refused' };
      case 'later':
        return { ...posted, afterMs: 1000 };
      case 'ambiguous':
        return doubtful(posted.reason, before);
      case 'retry': {
        const { reason, held } = posted;
        // Somebody can send it by hand at once; that the server refuses us is for the operator.
        if (held) return { outcome: 'failed', reason, cause: 'login' };
        return { outcome: 'retry', reason, afterMs: 0, ...(before.unsure && { doubt: 'open' as const }) };
      }
    }
  }
}

function doubtful(reason: string, before: HandoffTry): Sending {
  const doubts = doubtsOf(before) + 1;
  if (doubts > HANDOFF_LIMITS.doubts) return { outcome: 'ambiguous', reason, cause: 'unanswered' };
  return { outcome: 'retry', reason, afterMs: 0, doubt: 'open', receipt: { doubts } };
}

function doubtsOf({ receipt }: HandoffTry): number {
  const left = typeof receipt === 'object' && receipt !== null && 'doubts' in receipt ? receipt.doubts : 0;
  return typeof left === 'number' ? left : 0;
}
