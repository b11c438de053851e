import type { Reply } from '../../conversation/messages.ts';
import type { Peers } from '../../ports/peers.ts';
import type { LiveReplies } from './live.ts';

const ABOUT = 'web-reply';

/** What is told of a reply. */
interface Told {
  readonly conversation: string;
  readonly reply: Reply;
}

/**
 * Tells pages that are open in any process. One that is not reached shows the reply when it reads the transcript.
 * @param failed told why the other processes could not be told
 */
export function sharedReplies(
  here: LiveReplies,
  peers: Pick<Peers, 'tell' | 'hear'>,
  failed: (cause: unknown) => void,
): Pick<LiveReplies, 'publish'> {
  peers.hear(ABOUT, (what) => {
    // Told below, of the same type; by another version perhaps, and then it is of no use here.
    const { conversation, reply } = (what ?? {}) as unknown as Partial<Told>;
    if (typeof conversation === 'string' && reply?.message !== undefined) here.publish(conversation, reply);
  });
  return {
    publish(conversation, reply) {
      here.publish(conversation, reply);
      peers.tell(ABOUT, { conversation, reply } as never).catch(failed);
    },
  };
}
