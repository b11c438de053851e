import type { Reply } from '../../conversation/messages.ts';

/** What pages listen to while they are open. What was missed is in the transcript: show each reply's key once. */
export interface LiveHub {
  /**
   * Calls with each reply of a conversation, from now on, in order.
   * @param ended called once when the service ends: close the stream, so that nothing holds it up
   * @returns ends it; calling it twice does no harm
   */
  subscribe(conversation: string, listener: (reply: Reply) => void, ended?: () => void): () => void;
}

interface Listener {
  readonly tell: (reply: Reply) => void;
  readonly ended: () => void;
}

/** The hub of one process. The outbox publishes, open pages listen; without a page nothing is kept here. */
export class LiveReplies implements LiveHub {
  readonly #listeners = new Map<string, Set<Listener>>();

  subscribe(conversation: string, tell: (reply: Reply) => void, ended = (): void => undefined): () => void {
    const listener = { tell, ended };
    const all = this.#listeners.get(conversation) ?? new Set();
    this.#listeners.set(conversation, all.add(listener));
    return () => {
      all.delete(listener);
      if (all.size === 0 && this.#listeners.get(conversation) === all) this.#listeners.delete(conversation);
    };
  }

  /** Tells all pages of a conversation. One that cannot be told is ended: it reads the transcript when it comes back. */
  publish(conversation: string, reply: Reply): void {
    // A copy: a listener may end itself while it is told.
    for (const listener of [...(this.#listeners.get(conversation) ?? [])]) {
      try {
        listener.tell(reply);
      } catch {
        this.#listeners.get(conversation)?.delete(listener);
        listener.ended();
      }
    }
  }

  /** How many pages listen to anything. */
  get size(): number {
    return [...this.#listeners.values()].reduce((sum, all) => sum + all.size, 0);
  }

  /** Tells all that the service ends. */
  close(): void {
    const all = [...this.#listeners.values()].flatMap((each) => [...each]);
    this.#listeners.clear();
    for (const { ended } of all) ended();
  }
}
