import type { App, Receiver } from '@slack/bolt';

/** What Bolt is asked about a request. */
export interface Signed {
  readonly signature: string;
  /** Seconds since 1970 UTC, as the header says. */
  readonly timestamp: number;
  /** The body as text, which stands for its bytes one to one. */
  readonly body: string;
}

/** Whether a signature is that of a secret. */
export type SignatureCheck = (signed: Signed, now: Temporal.Instant) => boolean;

/**
 * Loads Bolt, which takes a third of a second and 43 MB: only where Slack sends requests.
 * @param signingSecret not empty
 */
export async function signatureCheck(signingSecret: string): Promise<SignatureCheck> {
  const { isValidSlackRequest } = await import('@slack/bolt');
  return ({ signature, timestamp, body }, now) =>
    isValidSlackRequest({
      ...{ signingSecret, body, nowMilliseconds: now.epochMilliseconds },
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp },
    });
}

/** What an app of Bolt's may answer within a request. */
export type BoltAnswer = string | object | null;

/** A Bolt app's way to what the service itself does not know. */
export interface BoltBridge {
  /** For `new App({ receiver })`. It is started and stopped with the service's own server or socket. */
  readonly receiver: Receiver;
  /**
   * Hands a payload on, whose sender is proven. Resolves with what the app acknowledges it with, or null once it has
   * done nothing; at once where there is no app.
   */
  pass(payload: Readonly<Record<string, unknown>>, retry: Retry | null): Promise<BoltAnswer>;
}

/** Which repetition it is, and why, as Slack says. */
export interface Retry {
  readonly number: number;
  readonly reason: string;
}

/**
 * A receiver of Bolt's without a port of its own. What the inbox takes never comes here: if an app cannot tell whose a
 * request is, it acknowledges and forgets it.
 */
export function boltBridge(way: Pick<Receiver, 'start' | 'stop'>): BoltBridge {
  let app: App | null = null;
  return {
    receiver: {
      init(made) {
        app = made;
      },
      start: () => way.start(),
      stop: () => way.stop(),
    },
    async pass(body, retry) {
      if (app === null) return null;
      const { promise, resolve } = Promise.withResolvers<BoltAnswer>();
      const done = app.processEvent({
        ...{ body, ack: async (answer?: BoltAnswer) => resolve(answer ?? null) },
        ...(retry !== null && { retryNum: retry.number, retryReason: retry.reason }),
      });
      return Promise.race([promise, done.then(() => null)]);
    },
  };
}
