/** A file that goes with a letter. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A letter on its way, with its headers. */
export interface Outgoing {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Between angle brackets; the same at every try, so that a letter that came twice is known as one. */
  readonly messageId: string;
  /** The first letter about the same matter; null: this is it. */
  readonly inReplyTo: string | null;
  /** The page and the address at which one press ends it (RFC 8058); null: nothing to end. */
  readonly unsubscribe: string | null;
  /** Somebody wanted it sent, and an answer by a machine is welcome (RFC 3834). Left out: no. */
  readonly wanted?: boolean;
  /** Where answers go. Left out: to whom it comes from. */
  readonly replyTo?: readonly string[];
  readonly attachments?: readonly Attachment[];
}

/** What became of a letter. */
export type Posted =
  | { readonly outcome: 'sent' }
  /** It surely was not taken. `held`: the server refuses us, and the operator must act. */
  | { readonly outcome: 'retry'; readonly reason: string; readonly held: boolean }
  /** This address or this letter is refused for good. */
  | { readonly outcome: 'failed'; readonly reason: string }
  /** It was not tried: others go first. */
  | { readonly outcome: 'later'; readonly reason: string }
  /** All of it was written, and no answer came. */
  | { readonly outcome: 'ambiguous'; readonly reason: string };

/** A mail server. */
export interface Post {
  /**
   * Never rejects, unless `begin` does.
   * @param begin asked when its turn has come; false: it stays here, and is `later`
   */
  send(letter: Outgoing, begin?: () => Promise<boolean>): Promise<Posted>;
}
